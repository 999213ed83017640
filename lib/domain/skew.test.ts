import { expect, test } from "vitest";
import { calculateSkew } from "./skew.ts";

const rows: [sentence: string, values: bigint[], skew: (number | null)[]][] = [
  ["equal values are all average", [7n, 7n, 7n], [1, 1, 1]],
  ["twice the mean is 2, half of it 0.5", [100n, 25n, 25n], [2, 0.5, 0.5]],
  ["nothing at all has no mean to compare with", [0n, 0n], [null, null]],
  ["an empty one beside others is 0", [0n, 10n], [0, 2]],
  ["sizes beyond 2^53 stay exact to four digits", [3n * 2n ** 60n, 2n ** 60n], [1.5, 0.5]],
  ["none of none", [], []],
];

test.each(rows)("%s", (_, values, skew) => {
  expect(calculateSkew(values)).toEqual(skew);
});
