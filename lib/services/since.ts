import "server-only";
import type { GroupStatus } from "../api/groups.ts";
import type { AttentionCode } from "../api/overview.ts";
import { assessHotPartition, assessPartition, isUnderReplicated } from "../domain/topic-health.ts";
import type { Condition } from "../history/store.ts";
import { offsetIn, type Round } from "../history/round.ts";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import type { PlacedVerdict } from "./group-verdicts.ts";

/** Since is when something began: `at` (epoch ms), or earlier when it was there at the first look (`atLeast`). */
export type Since = { at: number; atLeast: boolean };

/** BesideRound is what a round does not tell itself: a topic's min.insync.replicas (null: not known), and what is wrong with brokers or the cluster, by code and name. */
export type BesideRound = { minIsrOf: (topic: string) => number | null; wrong: [code: AttentionCode, name: string][] };

type Seen = { key: string; mark: string | null; since: Since | null };

// What is seen again after so short a time did not end: samples may miss it, and a server may be started anew.
const unseenMs = 2 * 60_000;
const gapMs = 10 * 60_000;

function keyOf(code: AttentionCode, name: string): string {
  return `${code} ${name}`;
}

function splitKey(key: string): [code: string, name: string] {
  const at = key.indexOf(" ");
  return [key.slice(0, at), key.slice(at + 1)];
}

const verdictOf = { GROUP_STALLED: "stalled", GROUP_FALLING_BEHIND: "falling-behind" } as const;
const verdictCodes = ["GROUP_STALLED", "GROUP_FALLING_BEHIND"] as const;

const nothingBeside: BesideRound = { minIsrOf: () => null, wrong: [] };

const bare = (key: string): Seen => ({ key, mark: null, since: null });

function isHot(round: Round, topic: string): boolean {
  const log = round.layout.topics.get(topic);
  const messages = Array.from({ length: log?.partitions ?? 0 }, (_, partition) => {
    const [start, end] = [offsetIn(round.start, log, partition), offsetIn(round.end, log, partition)];
    return start === null || end === null ? null : end - start;
  });
  return assessHotPartition(messages) !== null;
}

function* topicConditions(round: Round, { topics }: ClusterMetadata, { minIsrOf }: BesideRound): Generator<Seen> {
  for (const { name, internal, partitions } of topics.values()) {
    if (partitions.some(({ leader }) => leader === null)) yield bare(keyOf("OFFLINE_PARTITIONS", name));
    if (!internal && isHot(round, name)) yield bare(keyOf("HOT_PARTITION", name));
    if (!partitions.some(isUnderReplicated)) continue;
    yield bare(keyOf("UNDER_REPLICATED", name));
    const minIsr = minIsrOf(name);
    if (partitions.some((partition) => assessPartition(partition, minIsr) === "below-min-isr"))
      yield bare(keyOf("BELOW_MIN_ISR", name));
  }
}

type Verdicts = (groupId: string) => PlacedVerdict[] | null;

function* groupConditions(round: Round, verdictsOf: Verdicts): Generator<Seen> {
  for (const [groupId, topics] of round.commits.groups) {
    let [waits, lost, beyond] = [false, false, false];
    let commits = 0n;
    for (const [topic, place] of topics) {
      const log = round.layout.topics.get(topic);
      for (let partition = 0; partition < place.partitions; partition++) {
        const committed = offsetIn(round.committed, place, partition);
        const [start, end] = [offsetIn(round.start, log, partition), offsetIn(round.end, log, partition)];
        commits += committed ?? 0n;
        if (committed === null || start === null || end === null) continue;
        waits ||= committed < end;
        lost ||= committed < start;
        beyond ||= committed > end;
      }
    }
    const empty = round.states.get(groupId) === "Empty";
    // While its commits stand still a group cannot have gone on, however long nobody looked.
    const mark = commits.toString();
    if (waits && empty) yield { key: keyOf("GROUP_STOPPED", groupId), mark, since: null };
    if (lost) yield bare(keyOf("GROUP_LOST_RECORDS", groupId));
    if (beyond) yield { key: keyOf("COMMIT_BEYOND_END", groupId), mark, since: null };
    if (waits && !empty) yield* verdictConditions(groupId, verdictsOf(groupId) ?? []);
  }
}

function* verdictConditions(groupId: string, verdicts: PlacedVerdict[]): Generator<Seen> {
  for (const code of verdictCodes) {
    const same = verdicts.filter((each) => each.verdict === verdictOf[code] && each.since !== null);
    const first = same.toSorted((a, b) => a.since! - b.since!)[0];
    if (first) yield { key: keyOf(code, groupId), mark: null, since: { at: first.since!, atLeast: first.atLeast } };
  }
}

const codesOf: Partial<Record<GroupStatus, AttentionCode[]>> = {
  "losing-records": ["GROUP_LOST_RECORDS"],
  "at-risk": ["GROUP_STOPPED", "GROUP_STALLED", "GROUP_FALLING_BEHIND"],
  stopped: ["GROUP_STOPPED"],
  stalled: ["GROUP_STALLED"],
  "falling-behind": ["GROUP_FALLING_BEHIND"],
  "beyond-end": ["COMMIT_BEYOND_END"],
};

/** SinceWhen remembers since when each thing that needs attention has been so, as far as samples tell. */
export class SinceWhen {
  #known = new Map<string, Condition>();
  #lastAt: number | null = null;

  /** conditions are all that are known. */
  get conditions(): Condition[] {
    return [...this.#known.values()];
  }

  /** restore takes what was known when the server ended, and the time of its last sample. */
  restore(conditions: Condition[], lastAt: number | null): void {
    // Only what began or ended was written down: all of it was seen until the end.
    this.#known = new Map(conditions.map((known) => [known.key, { ...known, seenAt: lastAt ?? known.seenAt }]));
    this.#lastAt = lastAt;
  }

  /** look takes what one round saw: its metadata, its offsets, the verdicts on groups, the brokers that are missing, and what else is known. It gives all conditions that are known now when one began or ended, else null. */
  look(
    round: Round,
    metadata: ClusterMetadata,
    missing: number[],
    verdictsOf: Verdicts,
    beside: BesideRound = nothingBeside,
  ): Condition[] | null {
    const next = new Map<string, Condition>();
    const isFirst = this.#lastAt === null;
    const pausedMs = this.#lastAt === null ? 0 : round.at - this.#lastAt;
    const gap = pausedMs > gapMs;
    const seen = [
      ...topicConditions(round, metadata, beside),
      ...groupConditions(round, verdictsOf),
      ...missing.map((brokerId) => bare(keyOf("BROKER_DOWN", String(brokerId)))),
      ...beside.wrong.map(([code, name]) => bare(keyOf(code, name))),
    ];
    for (const { key, mark, since } of seen) {
      const known = this.#known.get(key);
      const goes = known && (!gap || (mark !== null && mark === known.mark));
      const begun = since ?? { at: round.at, atLeast: isFirst || gap };
      next.set(key, goes ? { ...known, mark, seenAt: round.at } : { key, mark, ...begun, seenAt: round.at });
    }
    for (const [key, known] of this.#known) {
      if (next.has(key) || gap || round.at < known.seenAt) continue;
      const [code, groupId] = splitKey(key);
      const cannotTell = verdictCodes.some((one) => one === code) && verdictsOf(groupId) === null;
      // The first rounds after a pause may not tell all yet: time in which nobody looked does not count.
      const wasThereBefore = pausedMs > unseenMs && known.seenAt === this.#lastAt;
      if (cannotTell || wasThereBefore) next.set(key, { ...known, seenAt: round.at });
      else if (round.at - known.seenAt <= unseenMs) next.set(key, known);
    }
    const changed =
      next.size !== this.#known.size ||
      [...next].some(([key, { at, mark }]) => {
        const before = this.#known.get(key);
        return before?.at !== at || before.mark !== mark;
      });
    this.#known = next;
    this.#lastAt = round.at;
    return changed ? [...next.values()] : null;
  }

  /** of tells since when; null when no sample has seen it. */
  of(code: AttentionCode, name: string): Since | null {
    const codes = code === "GROUP_AT_RISK" ? codesOf["at-risk"]! : [code];
    return this.#firstOf(codes, name);
  }

  /** ofStatus tells since when a group has had a status; null for one that has no beginning to tell, or that no sample has seen. */
  ofStatus(status: GroupStatus, groupId: string): Since | null {
    return this.#firstOf(codesOf[status] ?? [], groupId);
  }

  #firstOf(codes: AttentionCode[], name: string): Since | null {
    const known = codes.flatMap((code) => this.#known.get(keyOf(code, name)) ?? []);
    const first = known.toSorted((a, b) => a.at - b.at)[0];
    return first ? { at: first.at, atLeast: first.atLeast } : null;
  }
}
