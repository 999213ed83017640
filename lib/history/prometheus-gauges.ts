import type { ClusterRows, CommitRow } from "./prometheus-rows.ts";
import {
  clientMembersMetric,
  conditionMetric,
  ledMetric,
  membersMetric,
  readMetric,
  sampledMetric,
  stateMetric,
} from "./prometheus-queries.ts";
import type { Condition } from "./store.ts";

/** Sampled is what is known of a cluster: when it was sampled last, how many brokers answer, what needs attention, and its rows, null when they are too old to be told as of now. */
export type Sampled = { at: number; brokers: number | null; conditions: Condition[]; rows: ClusterRows | null };

/** GaugeValue is one line: the labels' values in the order of the gauge's, and the value; null is not known and gives no line. */
export type GaugeValue = [labels: string[], value: number | bigint | null];

/** GaugeFamily is one metric, with the labels that it has beside the cluster's. */
export type GaugeFamily = {
  name: string;
  help: string;
  labels: string[];
  values: (cluster: Sampled) => Iterable<GaugeValue>;
};

const topicPartition = ["topic", "partition"];

function* partitionValues(rows: ClusterRows | null, valueOf: "start" | "end" | "leader"): Generator<GaugeValue> {
  for (const row of rows?.partitions ?? []) yield [[row.topic, String(row.partition)], row[valueOf]];
}

function* commitValues(
  rows: ClusterRows | null,
  valueOf: "committed" | "end" | "lag" | "lagSeconds",
): Generator<GaugeValue> {
  for (const row of rows?.commits ?? []) yield [[row.group, row.topic, String(row.partition)], row[valueOf]];
}

function* ledValues(rows: ClusterRows | null): Generator<GaugeValue> {
  for (const { topic, partition, leader, end } of rows?.partitions ?? [])
    if (leader !== null) yield [[String(leader), topic, String(partition)], end];
}

function* stateValues(rows: ClusterRows | null): Generator<GaugeValue> {
  for (const { group, state } of rows?.groups ?? []) if (state !== null) yield [[group, state], 1];
}

function* memberValues(rows: ClusterRows | null): Generator<GaugeValue> {
  for (const { group, clients } of rows?.groups ?? [])
    yield [[group], clients && [...clients.values()].reduce((sum, members) => sum + members, 0)];
}

function* clientValues(rows: ClusterRows | null): Generator<GaugeValue> {
  for (const { group, clients } of rows?.groups ?? [])
    for (const [client, members] of clients ?? []) yield [[group, client], members];
}

function* conditionValues({ rows, conditions }: Sampled): Generator<GaugeValue> {
  for (const { key, at, atLeast, mark } of rows ? conditions : [])
    yield [[key, String(atLeast), mark ?? ""], at / 1000];
}

type Merge = (sum: number, value: number) => number;
const add: Merge = (sum, value) => sum + value;

// What is not known of a partition adds nothing.
function* merged(
  rows: ClusterRows | null,
  labelsOf: (row: CommitRow) => string[],
  valueOf: "lag" | "lagSeconds",
  merge: Merge,
): Generator<GaugeValue> {
  const sums = new Map<string, { labels: string[]; sum: number }>();
  for (const row of rows?.commits ?? []) {
    const value = row[valueOf];
    if (value === null) continue;
    const labels = labelsOf(row);
    const known = sums.get(labels.join("\n"));
    if (known) known.sum = merge(known.sum, value);
    else sums.set(labels.join("\n"), { labels, sum: value });
  }
  for (const { labels, sum } of sums.values()) yield [labels, sum];
}

const ofGroup = ({ group }: CommitRow) => [group];
const ofTopic = ({ group, topic }: CommitRow) => [group, topic];

function family(
  name: string,
  help: string,
  labels: string[],
  values: (rows: ClusterRows | null) => Iterable<GaugeValue>,
): GaugeFamily {
  return { name, help, labels, values: ({ rows }) => values(rows) };
}

/** families are the metrics of /metrics: the names of kafka_exporter, then those of kafka-lag-exporter, so dashboards made for either work; and last what only Highwater needs. */
export const families: GaugeFamily[] = [
  {
    name: sampledMetric,
    help: "When Highwater last sampled the cluster, in seconds since the epoch",
    labels: [],
    values: ({ at }) => [[[], at / 1000]],
  },
  {
    name: "kafka_brokers",
    help: "Brokers that are part of the cluster",
    labels: [],
    values: ({ rows, brokers }) => [[[], rows && brokers]],
  },
  family("kafka_topic_partitions", "Partitions of the topic", ["topic"], (rows) =>
    (rows?.topics ?? []).map(({ topic, partitions }): GaugeValue => [[topic], partitions]),
  ),
  family("kafka_topic_partition_current_offset", "End offset of the partition", topicPartition, (rows) =>
    partitionValues(rows, "end"),
  ),
  family("kafka_topic_partition_oldest_offset", "Oldest offset of the partition", topicPartition, (rows) =>
    partitionValues(rows, "start"),
  ),
  family("kafka_topic_partition_leader", "Id of the broker that leads the partition", topicPartition, (rows) =>
    partitionValues(rows, "leader"),
  ),
  family(
    "kafka_consumergroup_current_offset",
    "Offset that the group has committed",
    ["consumergroup", ...topicPartition],
    (rows) => commitValues(rows, "committed"),
  ),
  family("kafka_consumergroup_lag", "Records after the group's commit", ["consumergroup", ...topicPartition], (rows) =>
    commitValues(rows, "lag"),
  ),
  family("kafka_consumergroup_members", "Members of the group", ["consumergroup"], memberValues),
  family("kafka_consumergroup_lag_sum", "Sum of the group's known lags", ["consumergroup", "topic"], (rows) =>
    merged(rows, ofTopic, "lag", add),
  ),
  family("kafka_partition_latest_offset", "End offset of the partition", topicPartition, (rows) =>
    partitionValues(rows, "end"),
  ),
  family("kafka_partition_earliest_offset", "Oldest offset of the partition", topicPartition, (rows) =>
    partitionValues(rows, "start"),
  ),
  family(
    "kafka_consumergroup_group_offset",
    "Offset that the group has committed",
    ["group", ...topicPartition],
    (rows) => commitValues(rows, "committed"),
  ),
  family("kafka_consumergroup_group_lag", "Records after the group's commit", ["group", ...topicPartition], (rows) =>
    commitValues(rows, "lag"),
  ),
  family(
    "kafka_consumergroup_group_lag_seconds",
    "How long ago the group's commit was the end; none where that was before the first sample",
    ["group", ...topicPartition],
    (rows) => commitValues(rows, "lagSeconds"),
  ),
  family("kafka_consumergroup_group_max_lag", "Largest of the group's known lags", ["group"], (rows) =>
    merged(rows, ofGroup, "lag", Math.max),
  ),
  family("kafka_consumergroup_group_max_lag_seconds", "Longest of the group's known lags", ["group"], (rows) =>
    merged(rows, ofGroup, "lagSeconds", Math.max),
  ),
  family("kafka_consumergroup_group_sum_lag", "Sum of the group's known lags", ["group"], (rows) =>
    merged(rows, ofGroup, "lag", add),
  ),
  family(
    "kafka_consumergroup_group_topic_sum_lag",
    "Sum of the group's known lags on the topic",
    ["group", "topic"],
    (rows) => merged(rows, ofTopic, "lag", add),
  ),
  family(
    readMetric,
    "End offset of a partition that the group has committed on",
    ["consumergroup", ...topicPartition],
    (rows) => commitValues(rows, "end"),
  ),
  family(ledMetric, "End offset of a partition that the broker leads", ["broker", ...topicPartition], ledValues),
  family(stateMetric, "1 for the state that the group is in", ["consumergroup", "state"], stateValues),
  family(membersMetric, "Members of the group", ["consumergroup"], memberValues),
  family(clientMembersMetric, "Members of the group that a client has", ["consumergroup", "client_id"], clientValues),
  {
    name: conditionMetric,
    help: "Since when something needs attention, in seconds since the epoch; at_least: it was so at the first look",
    labels: ["condition", "at_least", "mark"],
    values: conditionValues,
  },
];
