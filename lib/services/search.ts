import "server-only";
import type { SearchAnswer, SearchHit, SearchQuery } from "../api/search.ts";
import { readBase, readListing } from "./base.ts";
import type { Freshness } from "./freshness.ts";
import { groupStateOf } from "./group-row.ts";

function rank(name: string, wanted: string): number {
  const at = name.toLowerCase().indexOf(wanted);
  return at === 0 ? 0 : 1;
}

/** search answers `GET search`: topics, groups and brokers whose name contains what was typed. */
export async function search(
  clusterId: string,
  { q, limit }: SearchQuery,
  freshness?: Freshness,
): Promise<SearchAnswer> {
  const base = await readBase(clusterId, freshness, { groups: true });
  const listing = await readListing(base).catch((error: unknown) => {
    base.evidence.fail("groups", error);
    return null;
  });
  const wanted = q.trim().toLowerCase();
  const topics = [...base.metadata.topics.values()].map(({ name, partitions }): SearchHit => ({
    kind: "topic",
    name,
    detail: String(partitions.length),
  }));
  const groups = [...(listing?.groups.values() ?? [])].map((listed): SearchHit => ({
    kind: "group",
    name: listed.groupId,
    detail: groupStateOf({ listed, described: null }),
  }));
  const brokers = base.metadata.brokers.map(({ brokerId, host, port }): SearchHit => ({
    kind: "broker",
    name: String(brokerId),
    detail: `${host}:${port}`,
  }));
  const hits = [...groups, ...topics, ...brokers]
    .filter(
      ({ kind, name, detail }) => name.toLowerCase().includes(wanted) || (kind === "broker" && detail.includes(wanted)),
    )
    .toSorted(
      (a, b) =>
        rank(a.name, wanted) - rank(b.name, wanted) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    );
  return { ...base.evidence.answer(), items: hits.slice(0, limit) };
}
