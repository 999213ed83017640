import "server-only";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import { type ClusterState, whole } from "./cluster-state.ts";
import { Evidence } from "./evidence.ts";
import { type Freshness, withinRefresh } from "./freshness.ts";
import type { GroupListing } from "./cluster-reads.ts";
import { clusterState } from "./runtime.ts";

/** Base is where every read of a cluster begins: its metadata, how new the rest must be, and the evidence so far. */
export type Base = { state: ClusterState; metadata: ClusterMetadata; freshness: Freshness; evidence: Evidence };

/** readBase reads the metadata. When the cluster does not answer but did before, the last metadata is used, and nothing else is asked anew: every read would only wait. Throws KafkaError. */
export async function readBase(clusterId: string, freshness: Freshness = withinRefresh()): Promise<Base> {
  const state = clusterState(clusterId);
  const evidence = new Evidence();
  const fresh = await state.metadata.one(whole, freshness.notBefore);
  const metadata = evidence.take(fresh, state.config.name);
  return { state, metadata, evidence, freshness: fresh.error === null ? freshness : { notBefore: 0 } };
}

/** readTopicBase reads the metadata for one topic: when it does not know the topic, it may only be too old, and is read anew before anybody says that there is none. */
export async function readTopicBase(clusterId: string, topic: string, freshness?: Freshness): Promise<Base> {
  const base = await readBase(clusterId, freshness);
  const final = base.metadata.topics.has(topic) || base.freshness.notBefore === 0;
  return final ? base : readBase(clusterId, { notBefore: Date.now() });
}

/** readListing reads the list of all groups, and notes the brokers that did not tell theirs. */
export async function readListing({ state, evidence, freshness }: Base): Promise<GroupListing> {
  const listing = evidence.take(await state.listing.one(whole, freshness.notBefore), "groups");
  for (const { brokerId, error } of listing.silent) evidence.fail(`broker ${brokerId}`, error);
  return listing;
}
