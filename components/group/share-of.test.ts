import { describe, expect, it } from "vitest";
import { shareOf } from "./share-of.ts";

describe("a share of a lag", () => {
  it("is exact where the figures are larger than a number holds", () => {
    expect(shareOf("4500000000000000000", "9000000000000000000")).toBe(0.5);
  });

  it("is 0 of nothing", () => {
    expect(shareOf("0", "0")).toBe(0);
  });
});
