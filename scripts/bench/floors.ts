import type { WarmBrokers } from "./brokers.ts";
import type { Plan } from "./plan.ts";
import {
  describeGroups,
  offsetRequests,
  readCommitted,
  readConfigs,
  readListing,
  readLogDirs,
  readMetadata,
  readOffsets,
  readQuorum,
} from "./requests.ts";

/** Floor is the bare requests that an answer needs: read sends them, and waits where one needs what another told. */
export type Floor = { steps: string; read(): Promise<unknown> };

/** Floors holds the floor of each answer. */
export type Floors = ReturnType<typeof makeFloors>;

const LISTED_KEYS = ["cleanup.policy", "retention.ms", "retention.bytes", "min.insync.replicas"];

/** makeFloors makes the floors of all answers over warm connections. In `steps`, "+" is at the same time, "->" is after. */
export function makeFloors(brokers: WarmBrokers, plan: Plan) {
  return {
    ...topicFloors(brokers, plan),
    ...groupFloors(brokers, plan),
    ...clusterFloors(brokers, plan),
    ...roundFloors(brokers, plan),
  };
}

function topicFloors(brokers: WarmBrokers, { topicsOfPage, topic }: Plan) {
  const names = topicsOfPage.map((each) => each.topic);
  const ofPage = offsetRequests(topicsOfPage, ["start", "end"]);
  const ofTopic = offsetRequests([topic], ["start", "end"]);
  const withStable = offsetRequests([topic], ["start", "end", "stable"]);
  return {
    topicsPage: floor(
      "metadata of all topics -> start and end offsets + 4 settings + log dirs of 50 topics",
      async () => {
        await readMetadata(brokers);
        const details = [readConfigs(brokers, names, LISTED_KEYS), readLogDirs(brokers, topicsOfPage)];
        await Promise.all([readOffsets(brokers, ofPage), ...details]);
      },
    ),
    topic: floor("metadata -> start and end offsets + all settings + log dirs of one topic", async () => {
      await readMetadata(brokers, [topic.topic]);
      const details = [readConfigs(brokers, [topic.topic], null), readLogDirs(brokers, [topic])];
      await Promise.all([readOffsets(brokers, ofTopic), ...details]);
    }),
    partitions: floor("metadata -> start, end and stable offsets + 1 setting + log dirs of one topic", async () => {
      await readMetadata(brokers, [topic.topic]);
      const details = [readConfigs(brokers, [topic.topic], ["min.insync.replicas"]), readLogDirs(brokers, [topic])];
      await Promise.all([readOffsets(brokers, withStable), ...details]);
    }),
  };
}

function groupFloors(brokers: WarmBrokers, plan: Plan) {
  const { topic, listing, groupsOfPage, group, topicsOfGroup } = plan;
  const indexes = topic.partitionMetadata.map(({ partitionId }) => partitionId);
  const ofTopic = offsetRequests([topic], ["start", "end"]);
  const ofPage = plan.topicsOfGroupPage.map((each) => each.topic);
  const offsetsOfPage = offsetRequests(plan.topicsOfGroupPage, ["start", "end"]);
  const ofGroup = offsetRequests(topicsOfGroup, ["start", "end", "stable"]);
  const names = topicsOfGroup.map((each) => each.topic);
  return {
    groupsPage: floor(
      `group lists -> descriptions + committed offsets of 50 groups -> metadata of their ${ofPage.length} topics -> start and end offsets + 1 setting of them`,
      async () => {
        await readListing(brokers);
        await Promise.all([describeGroups(brokers, groupsOfPage), readCommitted(brokers, groupsOfPage)]);
        await readMetadata(brokers, ofPage);
        await Promise.all([readOffsets(brokers, offsetsOfPage), readConfigs(brokers, ofPage, ["cleanup.policy"])]);
      },
    ),
    topicGroups: floor(
      "metadata of one topic + group lists -> descriptions + offsets committed on the topic of 200 groups + start and end offsets + 1 setting of the topic",
      async () => {
        await Promise.all([readMetadata(brokers, [topic.topic]), readListing(brokers)]);
        const committed = readCommitted(brokers, listing, [{ name: topic.topic, partitionIndexes: indexes }]);
        const details = [readOffsets(brokers, ofTopic), readConfigs(brokers, [topic.topic], ["cleanup.policy"])];
        await Promise.all([describeGroups(brokers, listing), committed, ...details]);
      },
    ),
    group: floor(
      "group lists -> description + committed offsets of one group -> metadata of its 10 topics -> start, end and stable offsets + 1 setting of them",
      async () => {
        await readListing(brokers);
        await Promise.all([describeGroups(brokers, group), readCommitted(brokers, group)]);
        await readMetadata(brokers, names);
        await Promise.all([readOffsets(brokers, ofGroup), readConfigs(brokers, names, ["cleanup.policy"])]);
      },
    ),
  };
}

function clusterFloors(brokers: WarmBrokers, { topics, listing }: Plan) {
  const names = topics.map((each) => each.topic);
  const offsets = offsetRequests(topics, ["start", "end"]);
  const everything = () => [
    readOffsets(brokers, offsets),
    readConfigs(brokers, names, LISTED_KEYS),
    readLogDirs(brokers, null),
    describeGroups(brokers, listing),
    readCommitted(brokers, listing),
  ];
  const whole = "metadata of all topics + group lists -> start and end offsets + 4 settings + log dirs of all topics";
  return {
    everyTopic: floor(`${whole} + descriptions + committed offsets of all groups`, async () => {
      await Promise.all([readMetadata(brokers), readListing(brokers)]);
      await Promise.all(everything());
    }),
    overview: floor(`${whole} + descriptions + committed offsets of all groups + quorum`, async () => {
      await Promise.all([readMetadata(brokers), readListing(brokers)]);
      await Promise.all([...everything(), readQuorum(brokers)]);
    }),
  };
}

// Commits come before offsets, or one could lie beyond an end that was only read earlier.
function roundFloors(brokers: WarmBrokers, { topics, listing }: Plan) {
  const offsets = offsetRequests(topics, ["start", "end"]);
  const heads = "metadata of all topics + group lists";
  const commits = "committed offsets of all groups";
  const ends = "start and end offsets of all topics";
  return {
    round: floor(`${heads} -> ${commits} -> ${ends}`, async () => {
      await Promise.all([readMetadata(brokers), readListing(brokers)]);
      await readCommitted(brokers, listing);
      await readOffsets(brokers, offsets);
    }),
    roundWithSizes: floor(`${heads} -> ${commits} + log dirs of all topics -> ${ends}`, async () => {
      await Promise.all([readMetadata(brokers), readListing(brokers)]);
      await Promise.all([readCommitted(brokers, listing), readLogDirs(brokers, null)]);
      await readOffsets(brokers, offsets);
    }),
  };
}

function floor(steps: string, read: () => Promise<unknown>): Floor {
  return { steps, read };
}
