import { makeCommitLayout, makeLayout, type Round, unknownOffsets } from "./round.ts";

/** Told is what a made-up cluster tells at one moment: offsets `[start, end]` of each partition of each topic (null: not told), commits of each group by topic, client ids of its members by member id, leaders where they are not broker 1, sizes of logs. */
export type Told = {
  topics: Record<string, ([start: number | bigint, end: number | bigint] | null)[]>;
  groups?: Record<string, Record<string, (number | null)[]>>;
  leaders?: Record<string, number[]>;
  sizes?: Record<string, number[]>;
  unread?: string[];
  states?: Record<string, string>;
  members?: Record<string, Record<string, string>>;
};

/** roundOf makes a round of it, for tests. */
export function roundOf(at: number, told: Told, before: Round | null = null): Round {
  const topics = Object.entries(told.topics);
  const layout = makeLayout(
    topics.map(([name, partitions]) => [name, partitions.length]),
    before?.layout ?? null,
  );
  const groups = Object.entries(told.groups ?? {});
  const commits = makeCommitLayout(
    groups.map(([groupId, committed]) => [
      groupId,
      Object.entries(committed).map(([topic, offsets]): [string, number] => [topic, offsets.length]),
    ]),
    before?.commits ?? null,
  );
  const round: Round = {
    at,
    layout,
    start: unknownOffsets(layout.size),
    end: unknownOffsets(layout.size),
    leaders: new Int32Array(layout.size).fill(1),
    sizes: told.sizes ? unknownOffsets(layout.size) : null,
    commits,
    committed: unknownOffsets(commits.size),
    states: new Map(Object.entries(told.states ?? {})),
    unread: new Set(told.unread),
    members: new Map(
      Object.entries(told.members ?? {}).map(([group, members]) => [group, new Map(Object.entries(members))]),
    ),
  };
  for (const [name, partitions] of topics) {
    const { at: place } = layout.topics.get(name)!;
    partitions.forEach((offsets, partition) => {
      if (offsets)
        [round.start[place + partition], round.end[place + partition]] = [BigInt(offsets[0]), BigInt(offsets[1])];
      round.leaders[place + partition] = told.leaders?.[name]?.[partition] ?? 1;
      const size = told.sizes?.[name]?.[partition];
      if (size !== undefined) round.sizes![place + partition] = BigInt(size);
    });
  }
  for (const [groupId, committed] of groups) {
    for (const [topic, offsets] of Object.entries(committed)) {
      const { at: place } = commits.groups.get(groupId)!.get(topic)!;
      offsets.forEach((offset, partition) => {
        if (offset !== null) round.committed[place + partition] = BigInt(offset);
      });
    }
  }
  return round;
}
