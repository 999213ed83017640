import "server-only";
import type { UnreadByGroup } from "../api/topics.ts";
import { countUnread, type PartitionCut } from "../domain/config-effects.ts";
import { type Base, readListing } from "./base.ts";
import { gatherGroups, readsTopic } from "./group-facts.ts";

/** readUnread tells which groups have not read all of what lies below the cuts of a topic, most first. A group whose commits could not be read counts as null. */
export async function readUnread(base: Base, topic: string, cuts: Map<number, PartitionCut>): Promise<UnreadByGroup[]> {
  const listing = await readListing(base);
  const groups = await gatherGroups(base, listing, [...listing.groups.keys()]);
  const readers = [...groups].filter(([, read]) => readsTopic(read, topic));
  const unread = readers.map(([groupId, { committed }]) => {
    if (!committed || "error" in committed) return { groupId, records: null };
    const commits = new Map((committed.topics.get(topic) ?? []).map(({ partition, offset }) => [partition, offset]));
    return { groupId, records: countUnread(cuts, commits) };
  });
  return unread
    .filter(({ records }) => records === null || records > 0n)
    .toSorted((a, b) => Number((b.records ?? 0n) - (a.records ?? 0n)))
    .map(({ groupId, records }) => ({ groupId, records: records?.toString() ?? null }));
}
