import { describe, expect, it } from "vitest";
import type { Reason } from "@/lib/api/common.ts";
import type { OutlookReason } from "./outlook-reasons.ts";
import { reasonsTogether } from "./reasons-together.ts";

const because = (...codes: string[]): Reason[] => codes.map((code) => ({ severity: "warn", code, values: {} }));
const history = (...codes: string[]) => codes.map((code) => ({ code, tone: "warn" })) as OutlookReason[];
const codesOf = (reasons: Reason[], more: OutlookReason[]) => {
  const together = reasonsTogether(reasons, more);
  return [together.reasons, together.more].map((all) => all.map(({ code }) => code));
};

describe("reasons of the status and of its history", () => {
  it("say a loss ahead, a growing lag and a step back once, in the words that reach further back", () => {
    expect(
      codesOf(because("AT_RISK", "FALLING_BEHIND", "WENT_BACK"), history("LOSS_AHEAD", "NOT_FALLEN", "WENT_BACK")),
    ).toEqual([[], ["LOSS_AHEAD", "NOT_FALLEN", "WENT_BACK"]]);
  });

  it("keep commits that stand still, which tells more than a lag that does not fall", () => {
    expect(codesOf(because("STALLED"), history("NOT_FALLEN", "ONLY_FORWARD"))).toEqual([["STALLED"], ["ONLY_FORWARD"]]);
  });

  it("are none only where the status has none, not where the history says them all", () => {
    expect(reasonsTogether(because("FALLING_BEHIND"), history("NOT_FALLEN"))).toMatchObject({
      reasons: [],
      none: false,
    });
    expect(reasonsTogether([], history("ONLY_FORWARD"))).toMatchObject({ reasons: [], none: true });
  });

  it("keep what only one of them says", () => {
    expect(codesOf(because("FALLING_BEHIND", "NO_COMMIT"), history("ONE_PARTITION"))).toEqual([
      ["FALLING_BEHIND", "NO_COMMIT"],
      ["ONE_PARTITION"],
    ]);
  });
});
