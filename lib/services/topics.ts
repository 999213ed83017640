import "server-only";
import type { Topic, TopicList, TopicListQuery, TopicTotals } from "../api/topics.ts";
import { findClosest } from "../domain/closest.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { matchesSetting, parseTopicSearch, type TopicSearch } from "../domain/search.ts";
import { isUnderReplicated, topicConditionOrder } from "../domain/topic-health.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { type Base, readBase, type Reading, startReading } from "./base.ts";
import { whole } from "./cluster-state.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { countPartitions, countUnderReplicated, toTopic } from "./topic-row.ts";
import { type Detail, everyDetail, foreseeDetails, gatherDetails, type TopicDetails } from "./topic-details.ts";
import { topicRates } from "./rates.ts";
import { foreseeAllGroups } from "./group-facts.ts";
import { gatherReaders, type Readers } from "./topic-readers.ts";

const namesOf = (topics: { name: string }[]) => topics.map(({ name }) => name);

const detailsOfSort: Partial<Record<string, Detail[]>> = {
  messages: ["offsets"],
  sizeBytes: ["sizes"],
  status: ["offsets", "configs"],
  retentionMs: ["configs"],
};

// A page costs what its rows need; only a filter or an order by a detail needs that detail of every topic.
function detailsForAll(query: TopicListQuery): Set<Detail> {
  return new Set([
    ...(query.include.includes("totals") ? everyDetail : []),
    ...(detailsOfSort[query.sort.replace("-", "")] ?? []),
    ...(query.compacted === undefined ? [] : (["configs"] as const)),
    ...(query.empty === undefined ? [] : (["offsets"] as const)),
    ...(query.attention === undefined ? [] : (["offsets", "configs"] as const)),
  ]);
}

async function matchSettings(
  { state, evidence, freshness }: Base,
  topics: TopicMetadata[],
  { settings }: TopicSearch,
): Promise<TopicMetadata[]> {
  if (settings.length === 0) return topics;
  const read = await state.settings.get(
    settings.map(({ name }) => name),
    freshness.notBefore,
  );
  const values = evidence.values(read, (name) => `setting ${name}`);
  return topics.filter((topic) =>
    settings.every(({ name, value }) => matchesSetting(values.get(name)?.get(topic.name) ?? null, value)),
  );
}

function matchMetadata(topics: Iterable<TopicMetadata>, query: TopicListQuery, search: TopicSearch): TopicMetadata[] {
  return [...topics].filter((topic) => {
    const name = topic.name.toLowerCase();
    if (!search.words.every((word) => name.includes(word))) return false;
    if (query.internal !== undefined && topic.internal !== query.internal) return false;
    return query.underReplicated === undefined || topic.partitions.some(isUnderReplicated) === query.underReplicated;
  });
}

function needsAttention({ status }: Topic): boolean {
  return status !== "healthy" && status !== "unknown";
}

function isEmpty({ messages }: Topic): boolean {
  return messages === "0";
}

function isCompacted({ cleanupPolicy }: Topic): boolean {
  return cleanupPolicy.includes("compact");
}

function matchRow(row: Topic, { compacted, empty, attention }: TopicListQuery): boolean {
  return (
    (compacted === undefined || isCompacted(row) === compacted) &&
    (empty === undefined || isEmpty(row) === empty) &&
    (attention === undefined || needsAttention(row) === attention)
  );
}

function sortKeyOf(field: string, row: Topic): SortKey {
  if (field === "status") return topicConditionOrder.indexOf(row.status);
  const value = row[field as keyof Topic];
  if (field === "messages" || field === "sizeBytes" || field === "retentionMs" || field === "largestLag") {
    return typeof value === "string" ? BigInt(value) : null;
  }
  return (value ?? null) as SortKey;
}

// The order by a field of the metadata needs no row.
function metadataKeyOf(field: string, { name, partitions }: TopicMetadata): SortKey {
  if (field === "partitions") return partitions.length;
  if (field === "replicationFactor") return partitions[0]?.replicas.length ?? 0;
  return field === "underReplicatedPartitions" ? partitions.filter(isUnderReplicated).length : name;
}

// Without a filter or an order by what lies behind the metadata, it tells alone which topics a page has.
function orderByMetadata(topics: TopicMetadata[], query: TopicListQuery): TopicMetadata[] | null {
  const field = query.sort.replace("-", "");
  if (detailsForAll(query).size > 0 || /^(groups|largestLag|producedPerSecond)$/.test(field)) return null;
  return sortBy(
    topics,
    (topic) => metadataKeyOf(field, topic),
    query.sort.startsWith("-"),
    ({ name }) => name,
  );
}

// The page is most likely the one of last time: what it needs is read while the metadata is.
function foreseePage(reading: Reading, query: TopicListQuery, search: TopicSearch): void {
  const last = reading.state.metadata.peek(whole);
  if (!last || search.settings.length > 0) return;
  if (wantsReaders(query)) foreseeAllGroups(reading);
  const matching = matchMetadata(last.topics.values(), query, search);
  const scope = query.include.includes("totals") ? [...last.topics.values()] : matching;
  foreseeDetails(reading, namesOf(scope), detailsForAll(query));
  const ordered = orderByMetadata(matching, query);
  if (!ordered) return;
  const { items } = paginate(ordered, query.page, query.pageSize);
  foreseeDetails(reading, namesOf(items), everyDetail);
}

function totalsOf(base: Base, query: TopicListQuery, rows: Topic[] | null): TopicTotals {
  const topics = [...base.metadata.topics.values()];
  const shown =
    rows && query.internal !== undefined ? rows.filter(({ internal }) => internal === query.internal) : rows;
  const sizes = rows?.map((row) => row.sizeWithReplicasBytes) ?? [null];
  return {
    topics: topics.length,
    internal: topics.filter(({ internal }) => internal).length,
    partitions: countPartitions(base.metadata),
    underReplicated: countUnderReplicated(base.metadata),
    attention: shown?.filter(needsAttention).length ?? null,
    compacted: shown?.filter(isCompacted).length ?? null,
    empty: shown?.filter(isEmpty).length ?? null,
    sizeWithReplicasBytes: sizes.includes(null)
      ? null
      : sizes.reduce((sum, size) => sum + BigInt(size!), 0n).toString(),
  };
}

function merge(all: TopicDetails, page: TopicDetails): TopicDetails {
  return {
    offsets: new Map([...page.offsets, ...all.offsets]),
    configs: new Map([...page.configs, ...all.configs]),
    sizes: new Map([...page.sizes, ...all.sizes]),
  };
}

function withReaders(row: Topic, readers: Readers | null): Topic {
  return readers ? { ...row, ...readers(row.name) } : row;
}

function wantsReaders({ include, sort }: TopicListQuery): boolean {
  return include.includes("readers") || /groups|largestLag/.test(sort);
}

/** listTopics answers `GET topics`: one page of the topics that match. */
export async function listTopics(clusterId: string, query: TopicListQuery, freshness?: Freshness): Promise<TopicList> {
  return keepAnswer(clusterId, ["listTopics", query], freshness, (within) => readListTopics(clusterId, query, within));
}

async function readListTopics(clusterId: string, query: TopicListQuery, freshness: Freshness): Promise<TopicList> {
  const search = parseTopicSearch(query.search);
  const reading = readBase(clusterId, freshness, { groups: wantsReaders(query) });
  foreseePage(startReading(clusterId, freshness), query, search);
  const base = await reading;
  const named = matchMetadata(base.metadata.topics.values(), query, search);
  const matching = await matchSettings(base, named, search);
  const field = query.sort.replace("-", "");
  const readersForAll = field === "groups" || field === "largestLag";
  const forAll = detailsForAll(query);
  const scope = query.include.includes("totals") ? [...base.metadata.topics.values()] : matching;
  if (wantsReaders(query)) void gatherReaders(base, []);
  const known = await gatherDetails(base, namesOf(scope), forAll);
  const sortReaders = readersForAll ? await gatherReaders(base, namesOf(matching)) : null;
  const rowOf = (topic: TopicMetadata, details: TopicDetails) => toTopic(topic, details);
  const rates = topicRates(clusterId);
  const withRates = (row: Topic): Topic => ({ ...row, ...rates(row.name) });
  const sorted =
    orderByMetadata(matching, query) ??
    sortBy(
      matching
        .map((topic) => withReaders(withRates(rowOf(topic, known)), sortReaders))
        .filter((row) => matchRow(row, query)),
      (row) => sortKeyOf(field, row),
      query.sort.startsWith("-"),
      ({ name }) => name,
    );
  const page = paginate<{ name: string }>(sorted, query.page, query.pageSize);
  const rest = everyDetail.difference(forAll);
  const [details, readers] = await Promise.all([
    gatherDetails(base, namesOf(page.items), rest),
    query.include.includes("readers") && !sortReaders ? gatherReaders(base, namesOf(page.items)) : sortReaders,
  ]);
  const all = merge(known, details);
  const items = page.items.map(({ name }) =>
    withReaders(withRates(rowOf(base.metadata.topics.get(name)!, all)), readers),
  );
  const wholeRows = query.include.includes("totals") ? scope.map((topic) => rowOf(topic, known)) : null;
  return {
    ...base.evidence.answer(),
    ...page,
    items,
    totals: totalsOf(base, query, wholeRows),
    closest:
      page.total === 0 && query.search !== "" ? findClosest(search.words.join(" "), base.metadata.topics.keys()) : null,
  };
}

/** topicOf gives a topic of the metadata; throws KafkaError NOT_FOUND. */
export function topicOf({ metadata, state }: Base, name: string): TopicMetadata {
  const topic = metadata.topics.get(name);
  if (!topic) throw new KafkaError("NOT_FOUND", `${state.config.name} has no topic ${name}.`);
  return topic;
}
