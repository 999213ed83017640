import type { Dimension } from "./totals.ts";

/** Scope is how a cluster is told from others in Prometheus: the label, and its value. */
export type Scope = { label: string; cluster: string };

/** Matchers are the labels that a series must have. */
export type Matchers = Record<string, string>;

/** Without says whether negative values are to be left out, which takes Prometheus three times as long. */
export type Without = "nothing" | "negatives";

/** sampledMetric says when a cluster was sampled; only Highwater exports it. */
export const sampledMetric = "highwater_last_sample_timestamp_seconds";

/** readMetric is the end offset of a partition, once for each group that has committed on it: what is due to it. */
export const readMetric = "highwater_consumergroup_end_offset";

/** ledMetric is the end offset of a partition, by the broker that leads it. */
export const ledMetric = "highwater_broker_end_offset";

/** stateMetric is 1 for the state that a group is in. */
export const stateMetric = "highwater_consumergroup_state";

/** membersMetric counts the members of a group. kafka_exporter tells the same under another name; only where Highwater told it is it known which clients they are. */
export const membersMetric = "highwater_consumergroup_members";

/** clientMembersMetric counts the members of a group that a client has. */
export const clientMembersMetric = "highwater_consumergroup_client_members";

/** conditionMetric is since when something needs attention. */
export const conditionMetric = "highwater_condition_since_timestamp_seconds";

const endMetric = "kafka_topic_partition_current_offset";
const leaderMetric = "kafka_topic_partition_leader";
const committedMetric = "kafka_consumergroup_current_offset";

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
function gauge(name: string, by: string) {
  return (scope: Scope, matchers: Matchers): string => `max by (${by}) (${name}{${matching(scope, matchers)}} >= 0)`;
}

/** endQuery gives the end offset of each partition. */
export const endQuery = gauge(endMetric, "partition");

/** startQuery gives the oldest offset of each partition. */
export const startQuery = gauge("kafka_topic_partition_oldest_offset", "partition");

/** committedQuery gives the committed offset on each partition. */
export const committedQuery = gauge(committedMetric, "topic, partition");

// From one point of the grid to the next, series by series. The difference of a selector and its `offset` is the same,
// but matching series by their labels takes Prometheus ten times as long. The ms more than a step make both points
// part of the window, whether its begin is (Prometheus 2) or not (3).
function moved(scope: Scope, name: string, stepMs: number, without: Without = "nothing"): string {
  const selected = `${name}{${matching(scope)}}`;
  const offsets = without === "negatives" ? `(${selected} >= 0)` : selected;
  return `idelta(${offsets}[${stepMs + 1}ms:${stepMs}ms])`;
}

const nameLabels = { topic: "topic", group: "consumergroup", broker: "broker" } as const;

/** nameLabel gives the label that holds the name of what is counted. */
export function nameLabel(dimension: Dimension): string {
  return nameLabels[dimension];
}

/** CountQueries count by name: `sum` what was counted, `fell` the partitions whose offset fell, which makes the count unknown; so does it when less partitions were told (`told`) than had a leader (`led`). The labels of the exporter stay, so that what two of them tell is not added up. */
export type CountQueries = { sum: string; fell: string; told: string | null; led: string | null };

const counted: Record<Dimension, Record<string, { metric: string; over: string }>> = {
  topic: {
    produced: { metric: endMetric, over: "partition" },
    due: { metric: readMetric, over: "consumergroup, partition" },
    consumed: { metric: committedMetric, over: "consumergroup, partition" },
  },
  group: {
    due: { metric: readMetric, over: "topic, partition" },
    consumed: { metric: committedMetric, over: "topic, partition" },
  },
  broker: { produced: { metric: ledMetric, over: "topic, partition" } },
};

/** negativesQuery counts the commits that kafka_exporter tells as -1, where there are none. */
export function negativesQuery(scope: Scope): string {
  return `count(${committedMetric}{${matching(scope)}} < 0)`;
}

/** countQueries count a measure in the step that ends at each point; null for a measure that is not counted so. */
export function countQueries(
  scope: Scope,
  dimension: Dimension,
  measure: string,
  stepMs: number,
  without?: Without,
): CountQueries | null {
  const { metric, over } = counted[dimension][measure] ?? {};
  if (metric === undefined) return null;
  const steps = moved(scope, metric, stepMs, without);
  const whole = metric === endMetric;
  return {
    sum: `sum without (${over}) (${steps})`,
    fell: `count without (${over}) (${steps} < 0)`,
    told: whole ? `count without (${over}) (${steps})` : null,
    led: whole ? `count without (${over}) (${moved(scope, leaderMetric, stepMs)})` : null,
  };
}

/** lagQuery gives the lag of each group. */
export function lagQuery(scope: Scope): string {
  return `sum without (topic, partition) (kafka_consumergroup_lag{${matching(scope)}} >= 0)`;
}

/** fallQuery gives the partitions whose end offset fell in a step, or whose commit did. */
export function fallQuery(scope: Scope, of: "end" | "commit", stepMs: number): string {
  const by = of === "end" ? "topic, partition" : "consumergroup, topic, partition";
  return `min by (${by}) (${moved(scope, of === "end" ? endMetric : committedMetric, stepMs)} < 0)`;
}

type OfGroups = { scope: Scope; stepMs: number; groupId: string | undefined };

function atAndBefore(name: string, by: string, { scope, stepMs, groupId }: OfGroups): [now: string, before: string] {
  const selected = `${name}{${matching(scope, groupId === undefined ? {} : { consumergroup: groupId })}}`;
  return [`max by (${by}) (${selected})`, `max by (${by}) (${selected} offset ${stepMs}ms)`];
}

/** stateQueries give the states that groups, or one of them, entered in a step, and those that they left. */
export function stateQueries(scope: Scope, stepMs: number, groupId?: string): { entered: string; left: string } {
  const [now, before] = atAndBefore(stateMetric, "consumergroup, state", { scope, stepMs, groupId });
  return { entered: `${now} unless ${before}`, left: `${before} unless ${now}` };
}

/** memberQueries give how many members of which clients joined groups, or one of them, in a step, and left; nothing where a group's members were not told at both ends. */
export function memberQueries(scope: Scope, stepMs: number, groupId?: string): { joined: string; left: string } {
  const ofGroups = { scope, stepMs, groupId };
  const [now, before] = atAndBefore(clientMembersMetric, "consumergroup, client_id", ofGroups);
  const [all, allBefore] = atAndBefore(membersMetric, "consumergroup", ofGroups);
  const more = (one: string, other: string) => `(${one} - ${other} > 0 or (${one} unless ${other}))`;
  return {
    joined: `${more(now, before)} and on (consumergroup) ${allBefore}`,
    left: `${more(before, now)} and on (consumergroup) ${all}`,
  };
}

/** membersQuery counts the members of some groups. */
export function membersQuery(scope: Scope, groups: string[]): string {
  const escaped = groups.map((group) => group.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return `max by (consumergroup) (${membersMetric}{${matching(scope)},consumergroup=~${quote(escaped.join("|"))}})`;
}

/** lastSampleQuery tells when a cluster was sampled last (s), in so much time. */
export function lastSampleQuery(scope: Scope, withinMs: number): string {
  return `max(last_over_time(${sampledMetric}{${matching(scope)}}[${withinMs}ms]))`;
}

/** conditionsQuery gives what needed attention in a window of time, and since when (s). */
export function conditionsQuery(scope: Scope, windowMs: number): string {
  return `max by (condition, at_least, mark) (last_over_time(${conditionMetric}{${matching(scope)}}[${windowMs}ms]))`;
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
