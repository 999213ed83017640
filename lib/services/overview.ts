import "server-only";
import type { Broker } from "../api/brokers.ts";
import type { Reason } from "../api/common.ts";
import type { Group } from "../api/groups.ts";
import type { Attention, Overview } from "../api/overview.ts";
import type { Topic } from "../api/topics.ts";
import { assessAttention } from "../domain/attention.ts";
import { sortBy } from "../domain/paging.ts";
import { type Base, readBase, type Reading, readListing, startReading } from "./base.ts";
import { whole } from "./cluster-state.ts";
import { type BrokerRead, readBrokers } from "./broker-rows.ts";
import { kafkaVersion } from "./clusters.ts";
import { historyIfAny } from "./cluster-history.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { foreseeAllGroups, gatherGroups } from "./group-facts.ts";
import { toGroups } from "./groups.ts";
import { everyDetail, foreseeDetails, gatherDetails } from "./topic-details.ts";
import { topicRates } from "./rates.ts";
import { countOffline, countPartitions, countUnderReplicated, toTopic } from "./topic-row.ts";

const shownGroups = 6;
const shownTopics = 6;

// An idle metadata log grows by two records a second, and voters fetch about as often.
const votersMayLag = 20n;

// What is not known is left out: `unknownPartitions` and `errors` say of what. Nothing known is not 0.
function total(values: (string | null)[]): string | null {
  const told = values.filter((value) => value !== null);
  if (told.length === 0 && values.length > 0) return null;
  return told.reduce((sum, value) => sum + BigInt(value), 0n).toString();
}

async function readTopics(base: Base): Promise<Topic[]> {
  const details = await gatherDetails(base, [...base.metadata.topics.keys()], everyDetail);
  return [...base.metadata.topics.values()].map((topic) => toTopic(topic, details));
}

// What was there last time is read while metadata and list of groups are.
function foresee(reading: Reading): void {
  const last = reading.state.metadata.peek(whole);
  if (!last) return;
  foreseeAllGroups(reading);
  foreseeDetails(reading, [...last.topics.keys()], everyDetail);
}

type GroupRow = { group: Group; reasons: Reason[] };

async function readGroups(base: Base): Promise<GroupRow[] | null> {
  try {
    const listing = await readListing(base);
    const reads = await gatherGroups(base, listing, [...listing.groups.keys()]);
    return (await toGroups(base, [...reads.values()])).map(({ row }) => row);
  } catch (error) {
    base.evidence.fail("groups", error);
    return null;
  }
}

function brokerFindings(brokers: Broker[], logDirs: BrokerRead["logDirs"]) {
  return brokers.map(({ brokerId, status, replicas }) => {
    const read = logDirs.get(String(brokerId));
    const failedLogDirs = read && "value" in read ? read.value.filter(({ error }) => error !== null).length : 0;
    return { brokerId, status, replicas, failedLogDirs };
  });
}

function groupFinding({ group, reasons }: GroupRow) {
  return { ...group, figures: reasons[0]?.values ?? {} };
}

function sumLag(groups: Group[] | null): string | null {
  return groups && total(groups.map(({ lag }) => lag));
}

function sinceOf(clusterId: string, { code, name, values }: Pick<Attention, "code" | "name" | "values">) {
  if (code === "GROUP_WENT_BACK") return { since: new Date(Number(values["at"])).toISOString(), sinceAtLeast: false };
  const since = historyIfAny(clusterId)?.since.of(code, name) ?? null;
  return { since: since && new Date(since.at).toISOString(), sinceAtLeast: since?.atLeast ?? false };
}

function furthestBehind(groups: Group[]): Group[] {
  const sampled = groups.filter(({ lagMs, lag }) => lagMs !== null || lag === null);
  if (sampled.every(({ lagMs }) => lagMs === null)) return [];
  return sortBy(
    sampled,
    ({ lagMs }) => lagMs,
    true,
    ({ groupId }) => groupId,
  ).slice(0, shownGroups);
}

// Silent is a topic of which nothing came in the last minutes, though it is written to more often than that.
function isSilent({ producedPerSecond, producedTrend = [] }: Topic): boolean {
  const told = producedTrend.filter((rate) => rate !== null);
  const written = told.filter((rate) => rate > 0).length;
  return producedPerSecond === 0 && told.length >= 5 && told.at(-1) === 0 && written * 2 > told.length;
}

function rankRates(clusterId: string, topics: Topic[]): Pick<Overview, "busiestTopics" | "silentTopics"> {
  const rates = topicRates(clusterId);
  const rated = topics.filter(({ internal }) => !internal).map((topic) => ({ ...topic, ...rates(topic.name) }));
  const busy = sortBy(
    rated.filter(({ producedPerSecond }) => producedPerSecond !== null && producedPerSecond > 0),
    ({ producedPerSecond }) => producedPerSecond,
    true,
    ({ name }) => name,
  );
  return { busiestTopics: busy.slice(0, shownTopics), silentTopics: rated.filter(isSilent).slice(0, shownTopics) };
}

/** describeOverview answers `GET overview`: the whole cluster at a glance, what needs attention first. */
export async function describeOverview(clusterId: string, freshness?: Freshness): Promise<Overview> {
  return keepAnswer(clusterId, ["describeOverview"], freshness, (within) => readDescribeOverview(clusterId, within));
}

async function readDescribeOverview(clusterId: string, freshness: Freshness): Promise<Overview> {
  const reading = readBase(clusterId, freshness, { groups: true });
  foresee(startReading(clusterId, freshness));
  const base = await reading;
  const { metadata } = base;
  const [topics, groupRows, read, version] = await Promise.all([
    readTopics(base),
    readGroups(base),
    readBrokers(base),
    kafkaVersion(base),
  ]);
  const { brokers, quorum, logDirs } = read;
  const groups = groupRows?.map(({ group }) => group) ?? null;
  const controllerKnown = quorum === null || quorum.leaderId !== null;
  const { checks, lines } = assessAttention({
    topics,
    groups: groupRows?.map(groupFinding) ?? [],
    brokers: brokerFindings(brokers, logDirs),
    controllerKnown,
  });
  const byLag = sortBy(
    groups ?? [],
    ({ lag }) => (lag === null ? null : BigInt(lag)),
    true,
    ({ groupId }) => groupId,
  );
  const bySize = sortBy(
    topics,
    ({ sizeBytes }) => (sizeBytes === null ? null : BigInt(sizeBytes)),
    true,
    ({ name }) => name,
  );
  return {
    ...base.evidence.answer(),
    clusterId,
    kafkaVersion: version,
    controllerId: quorum?.leaderId ?? null,
    quorum: quorum && {
      voters: quorum.voters.length,
      votersInStep: quorum.voters.filter(({ lag }) => lag <= votersMayLag).length,
      observers: quorum.observers.length,
    },
    checks,
    attention: lines.map((line) => ({ ...line, ...sinceOf(clusterId, line) })),
    brokersUp: metadata.brokers.length,
    brokersKnown: brokers.length,
    topics: topics.length,
    internalTopics: topics.filter(({ internal }) => internal).length,
    partitions: countPartitions(metadata),
    underReplicatedPartitions: countUnderReplicated(metadata),
    offlinePartitions: countOffline(metadata),
    unknownPartitions: topics.reduce((sum, { unknownPartitions }) => sum + unknownPartitions, 0),
    messages: total(topics.map(({ messages }) => messages)),
    sizeWithReplicasBytes: total(
      brokers.filter(({ status }) => status !== "down").map(({ logSizeBytes }) => logSizeBytes),
    ),
    diskTotalBytes: total(
      brokers.filter(({ status }) => status !== "down").map(({ diskTotalBytes }) => diskTotalBytes),
    ),
    groups: groups?.length ?? null,
    groupsByState: Object.fromEntries(
      [...Map.groupBy(groups ?? [], ({ state }) => state)].map(([state, same]) => [state, same.length]),
    ),
    totalLag: sumLag(groups),
    largestLags: byLag.slice(0, shownGroups),
    furthestBehind: furthestBehind(groups ?? []),
    ...rankRates(clusterId, topics),
    largestTopics: bySize.filter(({ internal }) => !internal).slice(0, shownTopics),
    brokers,
  };
}
