import type { TopicMetadata } from "../kafka/metadata.ts";
import type { GroupListing } from "./cluster-reads.ts";

/** areListedAlike tells whether two lists have the same groups, each of the same type at the same coordinator: what was asked by the one holds by the other. */
export function areListedAlike(before: GroupListing, now: GroupListing): boolean {
  if (before.groups.size !== now.groups.size) return false;
  for (const [groupId, { coordinator, type }] of now.groups) {
    const was = before.groups.get(groupId);
    if (was?.coordinator !== coordinator || was.type !== type) return false;
  }
  return true;
}

/** haveSameLeaders tells whether topics are the same in the same order, each partition with the same leader. */
export function haveSameLeaders(before: TopicMetadata[], now: TopicMetadata[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ name, partitions }, index) => {
      const is = now[index]!;
      return (
        name === is.name &&
        partitions.length === is.partitions.length &&
        partitions.every(({ leader }, partition) => leader === is.partitions[partition]!.leader)
      );
    })
  );
}
