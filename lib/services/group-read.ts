import "server-only";
import { KafkaError } from "../kafka/kafka-error.ts";
import { type Base, readBase, readListing } from "./base.ts";
import type { Freshness } from "./freshness.ts";
import { gatherGroups, type GroupPartitionFacts, type GroupRead, partitionsOf, topicsOf } from "./group-facts.ts";
import type { IsAtMost } from "./group-row.ts";
import { readAtMost } from "./groups.ts";

/** GroupView is one group with all that its page is made of. */
export type GroupView = { base: Base; read: GroupRead; partitions: GroupPartitionFacts[]; isAtMost: IsAtMost };

// A list that does not have the group may only be too old.
async function readListed(clusterId: string, groupId: string, freshness?: Freshness) {
  const base = await readBase(clusterId, freshness);
  const listing = await readListing(base);
  if (listing.groups.has(groupId) || base.freshness.notBefore === 0) return { base, listing };
  const anew = await readBase(clusterId, { notBefore: Date.now() });
  return { base: anew, listing: await readListing(anew) };
}

/** readGroup reads one group: listing, then its commits and members, then the offsets of its topics. Throws KafkaError NOT_FOUND. */
export async function readGroup(clusterId: string, groupId: string, freshness?: Freshness): Promise<GroupView> {
  const { base, listing } = await readListed(clusterId, groupId, freshness);
  const read = (await gatherGroups(base, listing, [groupId])).get(groupId);
  if (!read) throw notListed(base, listing.silent.length > 0, groupId);
  const topics = topicsOf(read);
  const { state, evidence, freshness: within } = base;
  const exists = (topic: string) => base.metadata.topics.has(topic);
  const existing = topics.filter(exists);
  const [offsets, stable, isAtMost] = await Promise.all([
    state.offsets.get(existing, within.notBefore),
    state.stableOffsets.get(existing, within.notBefore),
    readAtMost(base, existing),
  ]);
  const known = {
    offsets: evidence.values(offsets, () => "offsets"),
    stable: evidence.values(stable, () => "last stable offsets"),
    exists,
  };
  return { base, read, partitions: topics.flatMap((topic) => partitionsOf(read, topic, known)), isAtMost };
}

function notListed({ state }: Base, incomplete: boolean, groupId: string): KafkaError {
  if (incomplete)
    return new KafkaError("UNREACHABLE", `Group ${groupId} was not listed, and not every broker answered.`);
  return new KafkaError("NOT_FOUND", `${state.config.name} has no group ${groupId}.`);
}
