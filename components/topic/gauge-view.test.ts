import { expect, test } from "vitest";
import { gaugeViewOf } from "./gauge-view.ts";

test.each([
  [null, true, "writes"],
  [null, false, "records"],
  ["size", true, "size"],
  ["size", false, "size"],
  ["writes", false, "records"],
] as const)("gaugeViewOf(%j, %j) is %s", (asked, sampled, view) => {
  expect(gaugeViewOf(asked, sampled)).toBe(view);
});
