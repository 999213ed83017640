import type { KeptRecord, KeptRecords, Topic } from "@/lib/api/topics.ts";
import { assessRetention } from "@/components/topics/retention-rule.ts";

/** KeptView is what is said of how far back a topic reaches; ages and limits in ms. `share` of the limit is above 1 while whole segments wait to be deleted. `least` is a partition that keeps far less than the oldest. */
export type KeptView = { least: { partition: number; ageMs: number } | null; unknownPartitions: number } & (
  | { kind: "unknown"; code: string }
  | { kind: "empty" | "rule-unknown" | "future" }
  | { kind: "time"; ageMs: number; limitMs: number; share: number; partition: number }
  | { kind: "size" | "newest-per-key" | "no-limit"; ageMs: number; partition: number }
);

type Seen = Pick<Topic, "cleanupPolicy" | "retentionMs" | "retentionBytes">;

// A partition that reaches half as far back as another is worth a word: what was not read there is gone sooner.
const farLess = 0.5;

function ageOf({ timestamp }: KeptRecord, now: number): number {
  return now - Number(timestamp);
}

function leastOf({ least }: KeptRecords, oldestMs: number, now: number): KeptView["least"] {
  if (!least) return null;
  const ageMs = ageOf(least, now);
  return ageMs >= 0 && ageMs < oldestMs * farLess ? { partition: least.partition, ageMs } : null;
}

/** viewKept reads the age of what a topic holds against what its settings keep. `now` is epoch ms; a first record from more than a minute ahead of it has no age to speak of. */
export function viewKept(topic: Seen, kept: KeptRecords, now: number): KeptView {
  const { oldest } = kept;
  const nothing = { least: null, unknownPartitions: 0 };
  if (!oldest)
    return kept.unknown ? { ...nothing, kind: "unknown", code: kept.unknown } : { ...nothing, kind: "empty" };
  const ageMs = Math.max(0, ageOf(oldest, now));
  const aside = { least: leastOf(kept, ageMs, now), unknownPartitions: kept.unknownPartitions };
  if (ageOf(oldest, now) < -60_000) return { ...aside, kind: "future" };
  const { partition } = oldest;
  const rule = assessRetention(topic);
  if (rule.kind === "unknown") return { ...aside, kind: "rule-unknown" };
  if (rule.kind !== "limit") return { ...aside, kind: rule.kind, ageMs, partition };
  if (rule.ms === null) return { ...aside, kind: "size", ageMs, partition };
  const limitMs = Number(rule.ms);
  return { ...aside, kind: "time", ageMs, limitMs, share: limitMs === 0 ? 1 : ageMs / limitMs, partition };
}
