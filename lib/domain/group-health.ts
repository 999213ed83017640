import type { LagSum } from "./lag.ts";

/** GroupCondition is a group's status from one look at it. Whether it falls behind or catches up needs two looks and is not guessed here. */
export type GroupCondition =
  | "losing-records"
  | "stopped"
  | "beyond-end"
  | "no-commit"
  | "unknown"
  | "behind"
  | "caught-up";

/** GroupFacts is what the rules look at. `members` null = not known. */
export type GroupFacts = { state: string; members: number | null; sum: LagSum };

/** GroupReason is one rule that found something; `values` are the figures for its sentence. */
export type GroupReason = {
  condition: GroupCondition;
  severity: "crit" | "warn" | "unknown" | "info" | "ok";
  code: string;
  values: Record<string, string | number>;
};

type Rule = (facts: GroupFacts) => GroupReason | null;

/** assessLost: retention deleted records that the group had not read. */
export const assessLost: Rule = ({ sum }) =>
  sum.lost > 0n
    ? { condition: "losing-records", severity: "crit", code: "LOST_RECORDS", values: { records: String(sum.lost) } }
    : null;

/** assessStopped: records wait and no member is there to read them. */
export const assessStopped: Rule = ({ state, members, sum }) =>
  (state === "Empty" || members === 0) && sum.lag !== null && sum.lag > 0n
    ? { condition: "stopped", severity: "crit", code: "STOPPED", values: { records: String(sum.lag) } }
    : null;

/** assessBeyondEnd: a commit lies past the end of its log (topic made anew, unclean election): new records will be skipped until the log reaches it. */
export const assessBeyondEnd: Rule = ({ sum }) =>
  sum.beyondEnd > 0
    ? { condition: "beyond-end", severity: "warn", code: "BEYOND_END", values: { partitions: sum.beyondEnd } }
    : null;

/** assessNoCommit: partitions that the group has never committed. */
export const assessNoCommit: Rule = ({ sum }) =>
  sum.withoutCommit > 0
    ? {
        condition: "no-commit",
        severity: "unknown",
        code: "NO_COMMIT",
        values: { partitions: sum.withoutCommit, of: sum.partitions },
      }
    : null;

/** assessUnknown: partitions whose offsets could not be read. */
export const assessUnknown: Rule = ({ sum }) =>
  sum.unknown > 0
    ? { condition: "unknown", severity: "unknown", code: "OFFSETS_UNKNOWN", values: { partitions: sum.unknown } }
    : null;

/** assessBehind: members read, and records wait; a group without members has stopped instead. */
export const assessBehind: Rule = ({ state, members, sum }) =>
  state !== "Empty" && members !== 0 && sum.lag !== null && sum.lag > 0n
    ? { condition: "behind", severity: "info", code: "BEHIND", values: { records: String(sum.lag) } }
    : null;

const rules: Rule[] = [assessLost, assessStopped, assessBeyondEnd, assessUnknown, assessNoCommit, assessBehind];

/** assessGroup applies every rule, worst first. A group without any commit is "no-commit"; one with some is judged by the partitions that it has committed. */
export function assessGroup(facts: GroupFacts): { condition: GroupCondition; reasons: GroupReason[] } {
  const reasons = rules.map((rule) => rule(facts)).filter((reason) => reason !== null);
  const { sum } = facts;
  if (sum.lag === null && sum.unknown === 0 && reasons[0]?.severity !== "crit")
    return { condition: "no-commit", reasons };
  const deciding = reasons.find((reason) => reason.condition !== "no-commit");
  if (deciding) return { condition: deciding.condition, reasons };
  return {
    condition: "caught-up",
    reasons: [...reasons, { condition: "caught-up", severity: "ok", code: "CAUGHT_UP", values: {} }],
  };
}

/** groupConditionOrder lists the conditions worst first. */
export const groupConditionOrder: GroupCondition[] = [
  "losing-records",
  "stopped",
  "beyond-end",
  "no-commit",
  "unknown",
  "behind",
  "caught-up",
];
