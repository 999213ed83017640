import { expect, test } from "vitest";
import { describeShare } from "./key-share.ts";

test.each([
  [1 - 6 / 12, "1/2"],
  [1 - 4 / 12, "2/3"],
  [1 - 1 / 12, "11/12"],
  [1 - 12 / 156, null],
  [1 - 100 / 200, "1/2"],
  [0, null],
])("%d is %s", (share, text) => {
  expect(describeShare(share)).toBe(text);
});
