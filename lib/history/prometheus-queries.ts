import type { Dimension } from "./totals.ts";

/** Scope is how a cluster is told from others in Prometheus: the label, and its value. */
export type Scope = { label: string; cluster: string };

/** Matchers are the labels that a series must have. */
export type Matchers = Record<string, string>;

/** sampledMetric says when a cluster was sampled; only Highwater exports it. */
export const sampledMetric = "highwater_last_sample_timestamp_seconds";

const byPartition = ["topic", "partition"];
const byCommit = ["consumergroup", "topic", "partition"];

/** quote writes a value as a string of PromQL. */
export function quote(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

function matching(scope: Scope, matchers: Matchers = {}): string {
  const all: [string, string][] = [[scope.label, scope.cluster], ...Object.entries(matchers)];
  return all.map(([label, value]) => `${label}=${quote(value)}`).join(",");
}

// The largest of each: a cluster may be scraped by two exporters, or by one that was restarted under another name.
// Below 0 is what kafka_exporter says where there is no value.
function gauge(name: string, by: string[]) {
  return (scope: Scope, matchers?: Matchers, backMs = 0): string => {
    const offset = backMs === 0 ? "" : ` offset ${backMs}ms`;
    return `max by (${by.join(", ")}) (${name}{${matching(scope, matchers)}}${offset} >= 0)`;
  };
}

/** endQuery gives the end offset of each partition. */
export const endQuery = gauge("kafka_topic_partition_current_offset", byPartition);

/** startQuery gives the oldest offset of each partition. */
export const startQuery = gauge("kafka_topic_partition_oldest_offset", byPartition);

/** committedQuery gives the committed offset of each group on each partition. */
export const committedQuery = gauge("kafka_consumergroup_current_offset", byCommit);

const leaderQuery = gauge("kafka_topic_partition_leader", byPartition);
const lagQuery = gauge("kafka_consumergroup_lag", byCommit);

// NaN where there was a leader at both ends and still nothing can be told: a sum over it is not known either. A
// partition that came, went or had no leader at one end adds nothing.
function produced(scope: Scope, stepMs: number): string {
  const leaders = `(${leaderQuery(scope)} + ${leaderQuery(scope, {}, stepMs)}) * NaN`;
  return `(${endQuery(scope)} - ${endQuery(scope, {}, stepMs)} >= 0 or ${leaders})`;
}

// NaN where a commit went back.
function consumed(scope: Scope, stepMs: number): string {
  const [now, before] = [committedQuery(scope), committedQuery(scope, {}, stepMs)];
  return `(${now} - ${before} >= 0 or (${now} + ${before}) * NaN)`;
}

function due(scope: Scope, stepMs: number): string {
  return `(${committedQuery(scope)} * 0 + on (topic, partition) group_left () ${produced(scope, stepMs)})`;
}

function byLeader(scope: Scope, records: string): string {
  const leaders = `count_values by (topic, partition) ("broker", ${leaderQuery(scope)})`;
  return `${records} * on (topic, partition) group_left (broker) ${leaders}`;
}

const nameLabels = { topic: "topic", group: "consumergroup", broker: "broker" } as const;

/** nameLabel gives the label that holds the name of what is counted. */
export function nameLabel(dimension: Dimension): string {
  return nameLabels[dimension];
}

/** countQuery counts a measure in the step that ends at each point, by the names of a dimension; null for a measure that Prometheus is not asked for here. */
export function countQuery(scope: Scope, dimension: Dimension, measure: string, stepMs: number): string | null {
  const sum = (records: string) => `sum by (${nameLabel(dimension)}) (${records})`;
  if (measure === "produced" && dimension === "topic") return sum(produced(scope, stepMs));
  if (measure === "produced" && dimension === "broker") return sum(byLeader(scope, produced(scope, stepMs)));
  if (measure === "due" && dimension !== "broker") return sum(due(scope, stepMs));
  if (measure === "consumed" && dimension !== "broker") return sum(consumed(scope, stepMs));
  if (measure === "lag" && dimension === "group") return sum(lagQuery(scope));
  return null;
}

/** fallQuery gives the partitions whose end offset fell in a step, or whose commit did. */
export function fallQuery(scope: Scope, of: "end" | "commit", stepMs: number): string {
  const query = of === "end" ? endQuery : committedQuery;
  return `${query(scope)} - ${query(scope, {}, stepMs)} < 0`;
}

/** sampledQuery tells when what Prometheus held at a point was read from Kafka (s): as Highwater says, or when another exporter was scraped. */
export function sampledQuery(scope: Scope): string {
  const labels = matching(scope);
  return `max(${sampledMetric}{${labels}} or timestamp(kafka_brokers{${labels}}))`;
}

/** windowQuery counts what was scraped of a cluster in windows of time. */
export function windowQuery(scope: Scope, windowMs: number): string {
  return `sum(count_over_time(kafka_brokers{${matching(scope)}}[${windowMs}ms]))`;
}

/** firstQuery gives the time (s) of the first scrape in a window, on a grid of `everyMs`. */
export function firstQuery(scope: Scope, windowMs: number, everyMs: number): string {
  return `min(min_over_time(timestamp(kafka_brokers{${matching(scope)}})[${windowMs}ms:${everyMs}ms]))`;
}

/** fillTemplate makes a query of one from the environment: `$cluster` becomes the matcher of the cluster, `$by` the label to sum by, `$window` the time to take the rate over. */
export function fillTemplate(template: string, scope: Scope, dimension: Dimension, windowMs: number): string {
  const values: Record<string, string> = {
    $cluster: matching(scope),
    $by: nameLabel(dimension),
    $window: `${windowMs}ms`,
  };
  return template.replaceAll(/\$(?:cluster|by|window)\b/g, (name) => values[name]!);
}
