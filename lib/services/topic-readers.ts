import "server-only";
import { summarizeLag } from "../domain/lag.ts";
import { type Base, readListing } from "./base.ts";
import { gatherGroups, partitionsOf, readsTopic } from "./group-facts.ts";

/** Readers tells of a topic how many groups read it, and the largest lag among them (null: none has a known lag). */
export type Readers = (topic: string) => { groups: number | null; largestLag: string | null };

/** gatherReaders reads all groups, and works out who reads the topics. When groups cannot be read, every answer is null and the evidence says why. */
export async function gatherReaders(base: Base, topics: string[]): Promise<Readers> {
  const { state, evidence, freshness } = base;
  const none: Readers = () => ({ groups: null, largestLag: null });
  try {
    const listing = await readListing(base);
    const [groups, offsets] = await Promise.all([
      gatherGroups(base, listing, [...listing.groups.keys()]),
      state.offsets.get(topics, freshness.notBefore),
    ]);
    const known = {
      offsets: evidence.values(offsets, () => "offsets"),
      stable: null,
      exists: (topic: string) => base.metadata.topics.has(topic),
    };
    return (topic) => {
      const readers = [...groups.values()].filter((group) => readsTopic(group, topic));
      const lags = readers
        .map((group) => summarizeLag(partitionsOf(group, topic, known)).lag)
        .filter((lag) => lag !== null);
      const largest = lags.reduce<bigint | null>((most, lag) => (most === null || lag > most ? lag : most), null);
      return { groups: readers.length, largestLag: largest?.toString() ?? null };
    };
  } catch (error) {
    evidence.fail("groups", error);
    return none;
  }
}
