import type { LagSum } from "./lag.ts";
import type { GroupProgress, ProgressSum } from "./group-progress.ts";

/** GroupCondition is a group's status. What samples tell (healthy, catching-up, falling-behind, stalled, at-risk, went-back) is only said with samples; without them it is caught-up or behind, from one look. */
export type GroupCondition =
  | "losing-records"
  | "at-risk"
  | "stopped"
  | "stalled"
  | "falling-behind"
  | "beyond-end"
  | "went-back"
  | "no-commit"
  | "unknown"
  | "catching-up"
  | "behind"
  | "caught-up"
  | "healthy";

/** GroupFacts is what the rules look at. `members` null = not known; `progress` null = not, or not long enough, sampled. */
export type GroupFacts = { state: string; members: number | null; sum: LagSum; progress: GroupProgress | null };

/** GroupReason is one rule that found something; `values` are the figures for its sentence. */
export type GroupReason = {
  condition: GroupCondition;
  severity: "crit" | "warn" | "unknown" | "info" | "ok";
  code: string;
  values: Record<string, string | number>;
};

type Rule = (facts: GroupFacts) => GroupReason | null;

/** atRiskMs is how near a loss must be to need a person now: a day. */
export const atRiskMs = 86_400_000;

function isEmpty({ state, members }: GroupFacts): boolean {
  return state === "Empty" || members === 0;
}

function waits({ sum }: GroupFacts): boolean {
  return sum.lag !== null && sum.lag > 0n;
}

/** assessLost: retention deleted records that the group had not read. */
export const assessLost: Rule = ({ sum }) =>
  sum.lost > 0n
    ? { condition: "losing-records", severity: "crit", code: "LOST_RECORDS", values: { records: String(sum.lost) } }
    : null;

/** assessAtRisk: on a partition that does not keep up, retention reaches unread records within a day. */
export const assessAtRisk: Rule = (facts) => {
  const loss = facts.progress?.loss;
  if (!loss || loss.ms > atRiskMs || !waits(facts)) return null;
  return { condition: "at-risk", severity: "crit", code: "AT_RISK", values: { ...loss, ms: Math.round(loss.ms) } };
};

/** assessStopped: records wait and no member is there to read them. */
export const assessStopped: Rule = (facts) =>
  isEmpty(facts) && waits(facts)
    ? { condition: "stopped", severity: "crit", code: "STOPPED", values: { records: String(facts.sum.lag) } }
    : null;

function valuesOf({ since, atLeast, ...sum }: ProgressSum, facts: GroupFacts): GroupReason["values"] {
  const values = { ...sum, of: facts.progress!.partitions };
  return since === null ? values : { ...values, since, sinceAtLeast: atLeast ? 1 : 0 };
}

/** assessStalled: members are there and records wait, and commits stand still. */
export const assessStalled: Rule = (facts) => {
  const sum = facts.progress?.sums.stalled;
  if (!sum || isEmpty(facts) || !waits(facts)) return null;
  return { condition: "stalled", severity: "warn", code: "STALLED", values: valuesOf(sum, facts) };
};

/** assessFallingBehind: commits move, and more is written than read. */
export const assessFallingBehind: Rule = (facts) => {
  const sum = facts.progress?.sums["falling-behind"];
  if (!sum || isEmpty(facts) || !waits(facts)) return null;
  return { condition: "falling-behind", severity: "warn", code: "FALLING_BEHIND", values: valuesOf(sum, facts) };
};

/** assessBeyondEnd: a commit lies past the end of its log (topic made anew, unclean election): new records will be skipped until the log reaches it. */
export const assessBeyondEnd: Rule = ({ sum }) =>
  sum.beyondEnd > 0
    ? { condition: "beyond-end", severity: "warn", code: "BEYOND_END", values: { partitions: sum.beyondEnd } }
    : null;

/** assessWentBack: a commit went back in the time of the samples: offsets were reset, or records are read a second time. */
export const assessWentBack: Rule = ({ progress }) => {
  if (!progress?.back) return null;
  const { partitions, records, at } = progress.back;
  const values = { partitions, records: String(records), at };
  return { condition: "went-back", severity: "warn", code: "WENT_BACK", values };
};

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

/** assessCatchingUp: the lag of partitions falls, and of no other it grows. */
export const assessCatchingUp: Rule = (facts) => {
  const sum = facts.progress?.sums["catching-up"];
  if (!sum || isEmpty(facts) || !waits(facts)) return null;
  return { condition: "catching-up", severity: "info", code: "CATCHING_UP", values: valuesOf(sum, facts) };
};

const slower = ["stalled", "falling-behind", "catching-up"] as const;

function keepsUp({ progress }: GroupFacts): boolean {
  return progress !== null && progress.sums["keeps-up"]?.partitions === progress.partitions;
}

/** assessBehind: members read, and records wait, and nothing more can be said of them; a group without members has stopped instead. */
export const assessBehind: Rule = (facts) => {
  const said = slower.some((verdict) => facts.progress?.sums[verdict] !== undefined);
  if (isEmpty(facts) || !waits(facts) || said || keepsUp(facts)) return null;
  return { condition: "behind", severity: "info", code: "BEHIND", values: { records: String(facts.sum.lag) } };
};

/** assessKeepsUp: records wait, but only those of the last seconds. */
export const assessKeepsUp: Rule = (facts) =>
  !isEmpty(facts) && waits(facts) && keepsUp(facts)
    ? { condition: "healthy", severity: "ok", code: "KEEPS_UP", values: { records: String(facts.sum.lag) } }
    : null;

const rules: Rule[] = [
  assessLost,
  assessAtRisk,
  assessStopped,
  assessStalled,
  assessFallingBehind,
  assessBeyondEnd,
  assessWentBack,
  assessUnknown,
  assessNoCommit,
  assessCatchingUp,
  assessBehind,
  assessKeepsUp,
];

/** assessGroup applies every rule, worst first. A group without any commit is "no-commit"; one with some is judged by the partitions that it has committed. Nothing unread is healthy where samples and members say that the group goes on, else caught-up. */
export function assessGroup(facts: GroupFacts): { condition: GroupCondition; reasons: GroupReason[] } {
  const reasons = rules.map((rule) => rule(facts)).filter((reason) => reason !== null);
  const { sum } = facts;
  if (sum.lag === null && sum.unknown === 0 && reasons[0]?.severity !== "crit")
    return { condition: "no-commit", reasons };
  const deciding = reasons.find((reason) => reason.condition !== "no-commit");
  if (deciding) return { condition: deciding.condition, reasons };
  const condition = facts.progress && !isEmpty(facts) ? "healthy" : "caught-up";
  return { condition, reasons: [...reasons, { condition, severity: "ok", code: "CAUGHT_UP", values: {} }] };
}

/** groupConditionOrder lists the conditions worst first. */
export const groupConditionOrder: GroupCondition[] = [
  "losing-records",
  "at-risk",
  "stopped",
  "stalled",
  "falling-behind",
  "beyond-end",
  "went-back",
  "no-commit",
  "unknown",
  "catching-up",
  "behind",
  "caught-up",
  "healthy",
];

const severe: GroupCondition[] = groupConditionOrder.slice(0, groupConditionOrder.indexOf("no-commit"));

/** needsPerson tells the conditions that someone should look at. */
export function needsPerson(condition: GroupCondition): boolean {
  return severe.includes(condition);
}
