import "server-only";
import type { Topic, TopicList, TopicListQuery, TopicTotals } from "../api/topics.ts";
import { findClosest } from "../domain/closest.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { matchesSetting, parseTopicSearch, type TopicSearch } from "../domain/search.ts";
import { isUnderReplicated, topicConditionOrder } from "../domain/topic-health.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { type Base, readBase } from "./base.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { countPartitions, countUnderReplicated, toTopic } from "./topic-row.ts";
import { type Detail, gatherDetails, type TopicDetails } from "./topic-details.ts";
import { topicRates } from "./rates.ts";
import { gatherReaders, type Readers } from "./topic-readers.ts";

const everyDetail: Detail[] = ["offsets", "configs", "sizes"];

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

function merge(whole: TopicDetails, page: TopicDetails): TopicDetails {
  return {
    offsets: new Map([...page.offsets, ...whole.offsets]),
    configs: new Map([...page.configs, ...whole.configs]),
    sizes: new Map([...page.sizes, ...whole.sizes]),
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
  const base = await readBase(clusterId, freshness, { groups: wantsReaders(query) });
  const search = parseTopicSearch(query.search);
  const named = matchMetadata(base.metadata.topics.values(), query, search);
  const matching = await matchSettings(base, named, search);
  const field = query.sort.replace("-", "");
  const readersForAll = field === "groups" || field === "largestLag";
  const forAll = detailsForAll(query);
  const scope = query.include.includes("totals") ? [...base.metadata.topics.values()] : matching;
  const namesOf = (topics: { name: string }[]) => topics.map(({ name }) => name);
  if (wantsReaders(query)) void gatherReaders(base, []);
  const whole = await gatherDetails(base, namesOf(scope), forAll);
  const sortReaders = readersForAll ? await gatherReaders(base, namesOf(matching)) : null;
  const rowOf = (topic: TopicMetadata, details: TopicDetails) => toTopic(topic, details);
  const rates = topicRates(clusterId);
  const withRates = (row: Topic): Topic => ({ ...row, ...rates(row.name) });
  const descending = query.sort.startsWith("-");
  const sorted =
    forAll.size === 0 && !sortReaders && field !== "producedPerSecond"
      ? sortBy(
          matching,
          (topic) => metadataKeyOf(field, topic),
          descending,
          ({ name }) => name,
        )
      : sortBy(
          matching
            .map((topic) => withReaders(withRates(rowOf(topic, whole)), sortReaders))
            .filter((row) => matchRow(row, query)),
          (row) => sortKeyOf(field, row),
          descending,
          ({ name }) => name,
        );
  const page = paginate<{ name: string }>(sorted, query.page, query.pageSize);
  const rest = new Set(everyDetail.filter((kind) => !forAll.has(kind)));
  const [details, readers] = await Promise.all([
    gatherDetails(base, namesOf(page.items), rest),
    query.include.includes("readers") && !sortReaders ? gatherReaders(base, namesOf(page.items)) : sortReaders,
  ]);
  const all = merge(whole, details);
  const items = page.items.map(({ name }) =>
    withReaders(withRates(rowOf(base.metadata.topics.get(name)!, all)), readers),
  );
  const wholeRows = query.include.includes("totals") ? scope.map((topic) => rowOf(topic, whole)) : null;
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
