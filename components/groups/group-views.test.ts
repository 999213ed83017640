import { describe, expect, it } from "vitest";
import { filterOf, statesToOffer, viewOf } from "./group-views.ts";

describe("quick views of the group list", () => {
  it.each(["all", "attention", "Empty"] as const)("keep %s in the address and find it again", (view) => {
    expect(viewOf(filterOf(view))).toBe(view);
  });

  it("shows attention when the address also names a state", () => {
    expect(viewOf({ state: "Stable", attention: true })).toBe("attention");
  });

  it("offers the states that groups are in, and the one in force", () => {
    const totals = { groups: 4, byState: { Empty: 1, Stable: 3, Dead: 0 }, byType: {} };
    expect(statesToOffer(totals, "Assigning")).toEqual(["Stable", "Empty", "Assigning"]);
    expect(statesToOffer(undefined, null)).toEqual([]);
  });
});
