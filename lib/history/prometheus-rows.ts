import { setImmediate } from "node:timers/promises";
import { calculateLag } from "../domain/lag.ts";
import { known, unknown } from "../domain/known.ts";
import { calculateTimeLag, findRise } from "../domain/time-lag.ts";
import { notTold } from "./group-events.ts";
import type { Recent } from "./recent.ts";
import { offsetIn, type Place, type Round } from "./round.ts";

const sliceMs = 20;

/** TopicRow is a topic and its number of partitions. */
export type TopicRow = { topic: string; partitions: number };

/** PartitionRow is one partition; null is not known. */
export type PartitionRow = {
  topic: string;
  partition: number;
  start: bigint | null;
  end: bigint | null;
  leader: number | null;
};

/** CommitRow is what a group has committed on a partition, where that ends, and how far behind the group is: in records, and in seconds. */
export type CommitRow = {
  group: string;
  topic: string;
  partition: number;
  committed: bigint;
  end: bigint | null;
  lag: number | null;
  lagSeconds: number | null;
};

/** GroupRow is a group: its state, and how many members each client has in it; null is not known. */
export type GroupRow = { group: string; state: string | null; clients: Map<string, number> | null };

/** ClusterRows is all that is exported of one cluster. */
export type ClusterRows = { topics: TopicRow[]; partitions: PartitionRow[]; commits: CommitRow[]; groups: GroupRow[] };

type Reader = { group: string; place: Place };

function readersOf(round: Round): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const [group, topics] of round.commits.groups)
    for (const [topic, place] of topics) {
      const same = readers.get(topic);
      if (same) same.push({ group, place });
      else readers.set(topic, [{ group, place }]);
    }
  return readers;
}

function partitionRow(round: Round, topic: string, place: Place | undefined, partition: number): PartitionRow {
  const leader = place && partition < place.partitions ? round.leaders[place.at + partition]! : -1;
  return {
    topic,
    partition,
    start: offsetIn(round.start, place, partition),
    end: offsetIn(round.end, place, partition),
    leader: leader === -1 ? null : leader,
  };
}

function commitsOf({ topic, partition, start, end }: PartitionRow, round: Round, readers: Reader[]): CommitRow[] {
  const told = (offset: bigint | null) => (offset === null ? unknown<bigint>("NOT_SAMPLED") : known(offset));
  return readers.flatMap(({ group, place }): CommitRow[] => {
    const committed = offsetIn(round.committed, place, partition);
    if (committed === null) return [];
    const { lag } = calculateLag({ committed, start: told(start), end: told(end), stable: null });
    const records = lag === null ? null : Number(lag);
    return [{ group, topic, partition, committed, end, lag: records, lagSeconds: records === 0 ? 0 : null }];
  });
}

// A commit from before anything that was sampled: how long ago is not known, so nothing is told.
function putLagSeconds(commits: CommitRow[], recent: Recent, { at }: Round): void {
  const behind = commits.filter(({ lag }) => lag !== null && lag > 0);
  if (behind.length === 0) return;
  const trail = recent.trail(behind[0]!.topic, behind[0]!.partition);
  const rise = findRise(trail);
  for (const commit of behind) {
    const lag = calculateTimeLag(trail, commit.committed, at, rise);
    commit.lagSeconds = lag === null || lag.atLeast ? null : lag.ms / 1000;
  }
}

function groupRow({ states, members }: Round, group: string): GroupRow {
  const state = states.get(group);
  const ofGroup = members.get(group);
  const clients = new Map<string, number>();
  for (const client of ofGroup?.values() ?? []) clients.set(client, (clients.get(client) ?? 0) + 1);
  return { group, state: state === undefined || state === notTold ? null : state, clients: ofGroup ? clients : null };
}

/** rowsOf takes a cluster's newest round apart, and lets other requests be served between slices of the work. */
export async function rowsOf(round: Round, recent: Recent): Promise<ClusterRows> {
  let since = performance.now();
  const groups = [...round.states.keys()].map((group) => groupRow(round, group));
  const rows: ClusterRows = { topics: [], partitions: [], commits: [], groups };
  const readers = readersOf(round);
  for (const [topic, { partitions }] of round.layout.topics) rows.topics.push({ topic, partitions });
  for (const topic of new Set([...round.layout.topics.keys(), ...readers.keys()])) {
    const place = round.layout.topics.get(topic);
    const ofTopic = readers.get(topic) ?? [];
    const partitions = Math.max(place?.partitions ?? 0, ...ofTopic.map((reader) => reader.place.partitions));
    for (let partition = 0; partition < partitions; partition++) {
      const row = partitionRow(round, topic, place, partition);
      if (place && partition < place.partitions) rows.partitions.push(row);
      const commits = commitsOf(row, round, ofTopic);
      putLagSeconds(commits, recent, round);
      rows.commits.push(...commits);
    }
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
  }
  return rows;
}
