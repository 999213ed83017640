import { expect, test } from "vitest";
import { calculateRemappedShare } from "./remapped-keys.ts";

// Over one period of both counts every pair of remainders comes equally often, so counting is exact.
function countMoved(before: number, after: number): number {
  const hashes = Array.from({ length: before * after }, (_, hash) => hash);
  return hashes.filter((hash) => hash % before !== hash % after).length / hashes.length;
}

test("the share is that of a count over every hash, for all growths up to 24 partitions", () => {
  for (let before = 1; before <= 24; before++) {
    for (let after = before; after <= 24; after++) {
      expect(calculateRemappedShare(before, after), `${before} -> ${after}`).toBeCloseTo(countMoved(before, after), 12);
    }
  }
});

test("doubling moves half of the keys, one partition to many nearly all, no growth none", () => {
  expect(calculateRemappedShare(6, 12)).toBe(0.5);
  expect(calculateRemappedShare(1, 10)).toBe(0.9);
  expect(calculateRemappedShare(6, 7)).toBeCloseTo(6 / 7, 12);
  expect(calculateRemappedShare(6, 6)).toBe(0);
});
