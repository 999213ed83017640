import "server-only";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import { type ClusterState, whole } from "./cluster-state.ts";
import { Evidence } from "./evidence.ts";
import { type Freshness, withinRefresh } from "./freshness.ts";
import type { GroupListing } from "./cluster-reads.ts";
import { clusterState } from "./runtime.ts";

/** Reading is one read of a cluster: how new the data must be, and the evidence so far. */
export type Reading = { state: ClusterState; freshness: Freshness; evidence: Evidence };

/** Base is where most reads of a cluster begin: with its metadata. */
export type Base = Reading & { metadata: ClusterMetadata };

/** startReading begins a read. Throws KafkaError NOT_FOUND for a cluster that is not configured. */
export function startReading(clusterId: string, freshness: Freshness = withinRefresh()): Reading {
  return { state: clusterState(clusterId), freshness, evidence: new Evidence() };
}

/** readBase reads the metadata; `groups`: the list of groups is read meanwhile. When the cluster does not answer but did before, the last metadata is used, and nothing else is asked anew: every read would only wait. Throws KafkaError. */
export async function readBase(clusterId: string, freshness?: Freshness, { groups = false } = {}): Promise<Base> {
  const reading = startReading(clusterId, freshness);
  if (groups) reading.state.listing.begin([whole], reading.freshness.notBefore);
  return readWhole(reading);
}

async function readWhole(reading: Reading): Promise<Base> {
  const { state, evidence, freshness } = reading;
  const fresh = await state.metadata.one(whole, freshness.notBefore);
  const metadata = evidence.take(fresh, state.config.name);
  return { ...reading, metadata, freshness: fresh.error === null ? freshness : { notBefore: 0 } };
}

/** readTopicsBase reads the metadata of some topics alone, unless that of the whole cluster is at hand. */
export async function readTopicsBase(reading: Reading, names: string[]): Promise<Base> {
  const { state, evidence, freshness } = reading;
  if (state.client.brokerIds.length === 0 || state.metadata.holds(whole, freshness.notBefore))
    return readWhole(reading);
  const read = await state.topicMetadata.get(names, freshness.notBefore);
  const failed = [...read.found.values()].find(({ error }) => error !== null);
  if (failed || read.failed.size > 0) return readWhole(reading);
  const topics = evidence.values(read, () => state.config.name);
  return { ...reading, metadata: { clusterId: null, brokers: state.client.brokers, topics } };
}

/** readTopicBase reads the metadata for one topic: when it does not know the topic, it may only be too old, and is read anew before anybody says that there is none. */
export async function readTopicBase(
  clusterId: string,
  topic: string,
  freshness?: Freshness,
  { groups = false } = {},
): Promise<Base> {
  const reading = startReading(clusterId, freshness);
  if (groups) reading.state.listing.begin([whole], reading.freshness.notBefore);
  const base = await readTopicsBase(reading, [topic]);
  const final = base.metadata.topics.has(topic) || base.freshness.notBefore === 0;
  return final ? base : readTopicsBase(startReading(clusterId, { notBefore: Date.now() }), [topic]);
}

/** readListing reads the list of all groups, and notes the brokers that did not tell theirs. */
export async function readListing({ state, evidence, freshness }: Reading): Promise<GroupListing> {
  const listing = evidence.take(await state.listing.one(whole, freshness.notBefore), "groups");
  for (const { brokerId, error } of listing.silent) evidence.fail(`broker ${brokerId}`, error);
  return listing;
}
