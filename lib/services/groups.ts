import "server-only";
import type { Group, GroupList, GroupListQuery, GroupTotals } from "../api/groups.ts";
import { findClosest } from "../domain/closest.ts";
import { groupConditionOrder, needsPerson } from "../domain/group-health.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { type Reading, readListing, readTopicsBase, startReading } from "./base.ts";
import type { GroupListing } from "./cluster-reads.ts";
import { whole } from "./cluster-state.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { foreseeTopics, gatherGroups, type GroupRead, partitionsOfAll, readsTopic, topicsOf } from "./group-facts.ts";
import { groupStateOf, groupTypeOf, type IsAtMost, toGroup } from "./group-row.ts";
import { groupSamples } from "./group-samples.ts";
import { configIn } from "./topic-details.ts";

const listedFields = new Set(["groupId", "type", "state", "coordinator"]);

function matchListing(listing: GroupListing, { search, state, type }: GroupListQuery): string[] {
  const wanted = search.trim().toLowerCase();
  return [...listing.groups.values()]
    .filter((listed) => listed.groupId.toLowerCase().includes(wanted))
    .filter((listed) => state === undefined || groupStateOf({ listed, described: null }) === state)
    .filter((listed) => type === undefined || groupTypeOf(listed) === type)
    .map(({ groupId }) => groupId);
}

/** readAtMost tells which topics are compacted: there an offset difference is "at most N records". */
export async function readAtMost({ state, evidence, freshness }: Reading, topics: string[]): Promise<IsAtMost> {
  const configs = evidence.values(await state.topicConfigs.get(topics, freshness.notBefore), () => "topic settings");
  return (topic) => configIn(configs.get(topic), "cleanup.policy")?.value?.includes("compact") ?? false;
}

/** toGroups works out the rows of groups: reads the offsets of the topics that they read. */
export async function toGroups(
  reading: Reading,
  groups: GroupRead[],
): Promise<{ row: ReturnType<typeof toGroup>; read: GroupRead }[]> {
  const named = [...new Set(groups.flatMap(topicsOf))];
  const base = await readTopicsBase(reading, named);
  const { state, evidence, freshness } = base;
  const topics = named.filter((topic) => base.metadata.topics.has(topic));
  const [offsets, isAtMost] = await Promise.all([
    state.offsets.get(topics, freshness.notBefore),
    readAtMost(base, topics),
  ]);
  const known = {
    offsets: evidence.values(offsets, () => "offsets"),
    stable: null,
    exists: (topic: string) => base.metadata.topics.has(topic),
  };
  const partitions = await partitionsOfAll(
    base,
    groups.map((read) => ({ read, topics: topicsOf(read) })),
    known,
  );
  const samples = groupSamples(state);
  return groups.map((read, index) => ({ row: toGroup(read, partitions[index]!, isAtMost, samples), read }));
}

function sortKeyOf(field: string, row: Group): SortKey {
  if (field === "status") return groupConditionOrder.indexOf(row.status);
  if (field === "lag") return row.lag === null ? null : BigInt(row.lag);
  return (row[field as keyof Group] ?? null) as SortKey;
}

/** needsAttention tells the groups that an operator should look at. */
export function needsAttention({ status }: Group): boolean {
  return needsPerson(status);
}

function totalsOf(listing: GroupListing): GroupTotals {
  const groups = [...listing.groups.values()];
  const count = (words: string[]) =>
    Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, same]) => [word, same.length]));
  return {
    groups: groups.length,
    byState: count(groups.map((listed) => groupStateOf({ listed, described: null }))),
    byType: count(groups.map(groupTypeOf)),
  };
}

// Orders groups by what their listing tells; null when the order or the filters need more.
function sortByListing(listing: GroupListing, query: GroupListQuery, ids: string[]): string[] | null {
  const field = query.sort.replace("-", "");
  if (!listedFields.has(field) || query.attention !== undefined || query.topic !== undefined) return null;
  const keyOf = (groupId: string): SortKey => {
    const listed = listing.groups.get(groupId)!;
    if (field === "type") return groupTypeOf(listed);
    if (field === "state") return groupStateOf({ listed, described: null });
    return field === "coordinator" ? listed.coordinator : groupId;
  };
  return sortBy(ids, keyOf, query.sort.startsWith("-"), (groupId) => groupId);
}

// The page is most likely the one of last time: its groups are read while the list is.
function foreseePage(reading: Reading, query: GroupListQuery): void {
  const { state, freshness } = reading;
  const last = state.lastListing;
  const ids = last && sortByListing(last, query, matchListing(last, query));
  if (!ids) return;
  const { items } = paginate(ids, query.page, query.pageSize);
  foreseeTopics(reading, items);
  state.committed.begin(items, freshness.notBefore);
  state.descriptions.begin(items, freshness.notBefore);
}

type Found = { groupId: string; row: Group | null };

async function match(base: Reading, listing: GroupListing, query: GroupListQuery, ids: string[]): Promise<Found[]> {
  const byListing = sortByListing(listing, query, ids);
  if (byListing) return byListing.map((groupId) => ({ groupId, row: null }));
  const field = query.sort.replace("-", "");
  const reads = [...(await gatherGroups(base, listing, ids)).values()].filter(
    (read) => query.topic === undefined || readsTopic(read, query.topic),
  );
  const rows = (await toGroups(base, reads)).map(({ row }) => row.group);
  const wanted = rows.filter((row) => query.attention === undefined || needsAttention(row) === query.attention);
  return sortBy(
    wanted,
    (row) => sortKeyOf(field, row),
    query.sort.startsWith("-"),
    ({ groupId }) => groupId,
  ).map((row) => ({ groupId: row.groupId, row }));
}

/** listGroups answers `GET groups`: one page of the groups that match. Only an order or a filter by what lies behind the listing reads every group. */
export async function listGroups(clusterId: string, query: GroupListQuery, freshness?: Freshness): Promise<GroupList> {
  return keepAnswer(clusterId, ["listGroups", query], freshness, (within) => readListGroups(clusterId, query, within));
}

async function readListGroups(clusterId: string, query: GroupListQuery, freshness: Freshness): Promise<GroupList> {
  const base = startReading(clusterId, freshness);
  base.state.listing.begin([whole], base.freshness.notBefore);
  foreseePage(base, query);
  const listing = await readListing(base);
  const found = await match(base, listing, query, matchListing(listing, query));
  const page = paginate(found, query.page, query.pageSize);
  const open = page.items.filter(({ row }) => row === null).map(({ groupId }) => groupId);
  const reads = [...(await gatherGroups(base, listing, open)).values()];
  const rows = new Map((await toGroups(base, reads)).map(({ row }) => [row.group.groupId, row.group]));
  return {
    ...base.evidence.answer(),
    ...page,
    items: page.items.map(({ groupId, row }) => row ?? rows.get(groupId)).filter((row) => row !== undefined),
    totals: totalsOf(listing),
    closest: page.total === 0 && query.search !== "" ? findClosest(query.search, listing.groups.keys()) : null,
  };
}
