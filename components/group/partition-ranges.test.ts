import { describe, expect, it } from "vitest";
import { countRanges, rangeText, toAssignmentTexts, toRanges } from "./partition-ranges.ts";

describe("partitions as compact ranges", () => {
  it("joins numbers that follow each other, in any order", () => {
    expect(toRanges([7, 2, 0, 3, 1]).map(rangeText)).toEqual(["p0–p3", "p7"]);
  });

  it("counts a number once", () => {
    expect(toRanges([4, 4, 5])).toEqual([{ from: 4, to: 5 }]);
  });

  it("has no range for no partitions", () => {
    expect(toRanges([])).toEqual([]);
  });

  it("keeps to the room over all topics and counts all", () => {
    const assignments = [
      { topic: "orders", partitions: [0, 1, 2, 3, 7] },
      { topic: "payments", partitions: [0, 2, 4] },
      { topic: "returns", partitions: [1] },
    ];
    expect(toAssignmentTexts(assignments, 3)).toEqual([
      { topic: "orders", ranges: "p0–p3, p7" },
      { topic: "payments", ranges: "p0" },
    ]);
    expect(countRanges(assignments)).toBe(6);
  });
});
