import "server-only";
import type { Broker } from "../api/brokers.ts";
import type { Group } from "../api/groups.ts";
import type { Overview } from "../api/overview.ts";
import type { Topic } from "../api/topics.ts";
import { assessAttention } from "../domain/attention.ts";
import { sortBy } from "../domain/paging.ts";
import { type Base, readBase, readListing } from "./base.ts";
import { type BrokerRead, readBrokers } from "./broker-rows.ts";
import { kafkaVersion } from "./clusters.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { gatherGroups } from "./group-facts.ts";
import { toGroups } from "./groups.ts";
import { gatherDetails } from "./topic-details.ts";
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
  const details = await gatherDetails(base, [...base.metadata.topics.keys()], new Set(["offsets", "configs", "sizes"]));
  return [...base.metadata.topics.values()].map((topic) => toTopic(topic, details));
}

async function readGroups(base: Base): Promise<Group[] | null> {
  try {
    const listing = await readListing(base);
    const reads = await gatherGroups(base, listing, [...listing.groups.keys()]);
    return (await toGroups(base, [...reads.values()])).map(({ row }) => row.group);
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

function sumLag(groups: Group[] | null): string | null {
  return groups && total(groups.map(({ lag }) => lag));
}

/** describeOverview answers `GET overview`: the whole cluster at a glance, what needs attention first. */
export async function describeOverview(clusterId: string, freshness?: Freshness): Promise<Overview> {
  return keepAnswer(clusterId, ["describeOverview"], freshness, (within) => readDescribeOverview(clusterId, within));
}

async function readDescribeOverview(clusterId: string, freshness: Freshness): Promise<Overview> {
  const base = await readBase(clusterId, freshness, { groups: true });
  const { metadata } = base;
  const [topics, groups, read, version] = await Promise.all([
    readTopics(base),
    readGroups(base),
    readBrokers(base),
    kafkaVersion(base),
  ]);
  const { brokers, quorum, logDirs } = read;
  const controllerKnown = quorum === null || quorum.leaderId !== null;
  const { checks, lines } = assessAttention({
    topics,
    groups: groups ?? [],
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
    ({ sizeWithReplicasBytes }) => (sizeWithReplicasBytes === null ? null : BigInt(sizeWithReplicasBytes)),
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
    attention: lines,
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
    largestTopics: bySize.filter(({ internal }) => !internal).slice(0, shownTopics),
    brokers,
  };
}
