import { unknownOffset } from "./codec.ts";

/** Place is where the partitions of a topic (or of a group on a topic) stand in the arrays of a round. */
export type Place = { at: number; partitions: number };

/** Layout says where each topic stands; rounds share one while no topic or partition comes or goes. */
export type Layout = { size: number; topics: Map<string, Place> };

/** CommitLayout says where each group's commits on each topic stand. */
export type CommitLayout = { size: number; groups: Map<string, Map<string, Place>> };

/** Round is one sample of a whole cluster. Offsets are `unknownOffset` where no broker told them; `leaders` is -1 for a partition without a leader; `sizes` are the leaders' logs in bytes, null in rounds that did not ask. `unread` are groups whose commits could not be read. `members` are the members of the groups of which that is known: client id by member id. */
export type Round = {
  at: number;
  layout: Layout;
  start: BigInt64Array;
  end: BigInt64Array;
  leaders: Int32Array;
  sizes: BigInt64Array | null;
  commits: CommitLayout;
  committed: BigInt64Array;
  states: Map<string, string>;
  unread: Set<string>;
  members: Map<string, ReadonlyMap<string, string>>;
};

/** makeLayout lays out topics by their number of partitions; gives `before` back when it says the same. */
export function makeLayout(topics: Iterable<[string, number]>, before: Layout | null): Layout {
  const places = new Map<string, Place>();
  let size = 0;
  let same = before !== null;
  for (const [name, partitions] of topics) {
    places.set(name, { at: size, partitions });
    const known = before?.topics.get(name);
    same &&= known?.at === size && known.partitions === partitions;
    size += partitions;
  }
  return same && before!.topics.size === places.size ? before! : { size, topics: places };
}

/** makeCommitLayout lays out commits: of each group, of each topic that it has committed on, how many partitions; gives `before` back when it says the same. */
export function makeCommitLayout(
  groups: Iterable<[string, Iterable<[string, number]>]>,
  before: CommitLayout | null,
): CommitLayout {
  const places = new Map<string, Map<string, Place>>();
  let size = 0;
  let same = before !== null;
  for (const [groupId, topics] of groups) {
    const earlier = before?.groups.get(groupId);
    const ofGroup = new Map<string, Place>();
    for (const [topic, partitions] of topics) {
      ofGroup.set(topic, { at: size, partitions });
      const known = earlier?.get(topic);
      same &&= known?.at === size && known.partitions === partitions;
      size += partitions;
    }
    same &&= earlier?.size === ofGroup.size;
    places.set(groupId, ofGroup);
  }
  return same && before!.groups.size === places.size ? before! : { size, groups: places };
}

/** unknownOffsets is an array of offsets of which none is known yet. */
export function unknownOffsets(size: number): BigInt64Array {
  return new BigInt64Array(size).fill(unknownOffset);
}

/** offsetIn gives one offset of a round's array; null when it is not known, or the place is not there. */
export function offsetIn(offsets: BigInt64Array, place: Place | undefined, partition: number): bigint | null {
  if (!place || partition >= place.partitions) return null;
  const offset = offsets[place.at + partition]!;
  return offset === unknownOffset ? null : offset;
}
