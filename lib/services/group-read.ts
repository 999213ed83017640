import "server-only";
import { KafkaError } from "../kafka/kafka-error.ts";
import { type Base, type Reading, readListing, readTopicsBase, startReading } from "./base.ts";
import type { GroupListing } from "./cluster-reads.ts";
import { isAlive, whole } from "./cluster-state.ts";
import type { Freshness } from "./freshness.ts";
import {
  foreseeTopics,
  gatherGroups,
  type GroupPartitionFacts,
  type GroupRead,
  partitionsOfAll,
  topicsOf,
} from "./group-facts.ts";
import type { IsAtMost } from "./group-row.ts";
import { readAtMost } from "./groups.ts";

/** GroupView is one group with all that its page is made of. */
export type GroupView = { base: Base; read: GroupRead; partitions: GroupPartitionFacts[]; isAtMost: IsAtMost };

// A group whose coordinator tells of it needs no list of groups.
async function readKnown({ state, freshness }: Reading, groupId: string): Promise<GroupListing | null> {
  const last = state.lastListing;
  if (!last?.groups.has(groupId)) return null;
  state.committed.begin([groupId], freshness.notBefore);
  const described = (await state.descriptions.get([groupId], freshness.notBefore)).found.get(groupId);
  return described && described.error === null && isAlive(described.value) ? last : null;
}

// A list that does not have the group may only be too old.
async function readListed(clusterId: string, groupId: string, freshness?: Freshness) {
  const reading = startReading(clusterId, freshness);
  foreseeTopics(reading, [groupId]);
  const known = await readKnown(reading, groupId);
  if (known) return { reading, listing: known };
  const fresh = await reading.state.listing.one(whole, reading.freshness.notBefore);
  const listing = await readListing(reading);
  if (fresh.error !== null) return { reading: { ...reading, freshness: { notBefore: 0 } }, listing };
  if (listing.groups.has(groupId)) return { reading, listing };
  const anew = startReading(clusterId, { notBefore: Date.now() });
  return { reading: anew, listing: await readListing(anew) };
}

/** readGroup reads one group: listing, then its commits and members, then the offsets of its topics. Throws KafkaError NOT_FOUND. */
export async function readGroup(clusterId: string, groupId: string, freshness?: Freshness): Promise<GroupView> {
  const { reading, listing } = await readListed(clusterId, groupId, freshness);
  const read = (await gatherGroups(reading, listing, [groupId])).get(groupId);
  if (!read) throw notListed(reading, listing.silent.length > 0, groupId);
  const topics = topicsOf(read);
  const base = await readTopicsBase(reading, topics);
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
  const [partitions] = await partitionsOfAll(base, [{ read, topics }], known);
  return { base, read, partitions: partitions!, isAtMost };
}

function notListed({ state }: Reading, incomplete: boolean, groupId: string): KafkaError {
  if (incomplete)
    return new KafkaError("UNREACHABLE", `Group ${groupId} was not listed, and not every broker answered.`);
  return new KafkaError("NOT_FOUND", `${state.config.name} has no group ${groupId}.`);
}
