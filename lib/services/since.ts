import "server-only";
import type { AttentionCode } from "../api/overview.ts";
import { isUnderReplicated } from "../domain/topic-health.ts";
import { offsetIn, type Round } from "../history/round.ts";
import type { ClusterMetadata } from "../kafka/metadata.ts";

/** Since is when something began: `at` (epoch ms), or earlier when it was there at the first look (`atLeast`). */
export type Since = { at: number; atLeast: boolean };

function keyOf(code: AttentionCode, name: string): string {
  return `${code} ${name}`;
}

function* topicConditions({ topics }: ClusterMetadata): Generator<string> {
  for (const { name, partitions } of topics.values()) {
    if (partitions.some(isUnderReplicated)) yield keyOf("UNDER_REPLICATED", name);
    if (partitions.some(({ leader }) => leader === null)) yield keyOf("OFFLINE_PARTITIONS", name);
  }
}

function* groupConditions(round: Round): Generator<string> {
  for (const [groupId, topics] of round.commits.groups) {
    let [waits, lost, beyond] = [false, false, false];
    for (const [topic, place] of topics) {
      const log = round.layout.topics.get(topic);
      for (let partition = 0; partition < place.partitions; partition++) {
        const committed = offsetIn(round.committed, place, partition);
        const [start, end] = [offsetIn(round.start, log, partition), offsetIn(round.end, log, partition)];
        if (committed === null || start === null || end === null) continue;
        waits ||= committed < end;
        lost ||= committed < start;
        beyond ||= committed > end;
      }
    }
    if (waits && round.states.get(groupId) === "Empty") yield keyOf("GROUP_STOPPED", groupId);
    if (lost) yield keyOf("GROUP_LOST_RECORDS", groupId);
    if (beyond) yield keyOf("COMMIT_BEYOND_END", groupId);
  }
}

/** SinceWhen remembers since when each thing that needs attention has been so, as far as samples tell. */
export class SinceWhen {
  #known = new Map<string, Since>();
  #first = true;

  /** look takes what one round saw: its metadata, its offsets, and the brokers that are missing. */
  look(round: Round, metadata: ClusterMetadata, missing: number[]): void {
    const seen = new Map<string, Since>();
    const keys = [
      ...topicConditions(metadata),
      ...groupConditions(round),
      ...missing.map((brokerId) => keyOf("BROKER_DOWN", String(brokerId))),
    ];
    for (const key of keys) seen.set(key, this.#known.get(key) ?? { at: round.at, atLeast: this.#first });
    this.#known = seen;
    this.#first = false;
  }

  /** of tells since when; null when no sample has seen it. */
  of(code: AttentionCode, name: string): Since | null {
    return this.#known.get(keyOf(code, name)) ?? null;
  }
}
