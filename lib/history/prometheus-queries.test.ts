import { expect, test } from "vitest";
import {
  committedQuery,
  countQueries,
  endQuery,
  fallQuery,
  fillTemplate,
  memberQueries,
  membersQuery,
  negativesQuery,
  quote,
  sampledQuery,
  startQuery,
  stateQueries,
} from "./prometheus-queries.ts";
import type { Dimension } from "./totals.ts";

const scope = { label: "cluster", cluster: "eu-1" };
const values: [value: string, quoted: string][] = [
  ["orders", '"orders"'],
  ['a "quoted" group', '"a \\"quoted\\" group"'],
  ["back\\slash", '"back\\\\slash"'],
  ["two\nlines", '"two\\nlines"'],
  ['"} or vector(1) or x{a="', '"\\"} or vector(1) or x{a=\\""'],
  ["", '""'],
];

test.each(values)("the value %j is quoted as %s", (value, quoted) => {
  expect(quote(value)).toBe(quoted);
});

test("offsets are asked for by partition, of whichever exporter tells the most, without those it does not know", () => {
  expect(endQuery(scope, { topic: "a" })).toBe(
    'max by (partition) (kafka_topic_partition_current_offset{cluster="eu-1",topic="a"} >= 0)',
  );
  expect(startQuery(scope, { topic: 'a"b' })).toBe(
    'max by (partition) (kafka_topic_partition_oldest_offset{cluster="eu-1",topic="a\\"b"} >= 0)',
  );
  expect(committedQuery({ label: "kafka", cluster: 'x"' }, { consumergroup: "g\\" })).toBe(
    'max by (topic, partition) (kafka_consumergroup_current_offset{kafka="x\\"",consumergroup="g\\\\"} >= 0)',
  );
});

const counts: [by: Dimension, measure: string, over: string, metric: string][] = [
  ["topic", "produced", "partition", "kafka_topic_partition_current_offset"],
  ["topic", "due", "consumergroup, partition", "highwater_consumergroup_end_offset"],
  ["topic", "consumed", "consumergroup, partition", "kafka_consumergroup_current_offset"],
  ["group", "due", "topic, partition", "highwater_consumergroup_end_offset"],
  ["group", "consumed", "topic, partition", "kafka_consumergroup_current_offset"],
  ["broker", "produced", "topic, partition", "highwater_broker_end_offset"],
];

test.each(counts)("by %s, %s is the sum over %s of exact differences of %s", (by, measure, over, metric) => {
  const steps = `idelta(${metric}{cluster="eu-1"}[30001ms:30000ms])`;
  const leaders = 'idelta(kafka_topic_partition_leader{cluster="eu-1"}[30001ms:30000ms])';
  const whole = by === "topic" && measure === "produced";
  expect(countQueries(scope, by, measure, 30_000)).toEqual({
    sum: `sum without (${over}) (${steps})`,
    fell: `count without (${over}) (${steps} < 0)`,
    told: whole ? `count without (partition) (${steps})` : null,
    led: whole ? `count without (partition) (${leaders})` : null,
  });
});

test("where an exporter tells -1 for no commit, those are left out before differences are taken", () => {
  expect(negativesQuery(scope)).toBe('count(kafka_consumergroup_current_offset{cluster="eu-1"} < 0)');
  expect(countQueries(scope, "group", "consumed", 30_000, "negatives")?.sum).toBe(
    'sum without (topic, partition) (idelta((kafka_consumergroup_current_offset{cluster="eu-1"} >= 0)[30001ms:30000ms]))',
  );
});

const uncounted: [by: Dimension, measure: string][] = [
  ["broker", "consumed"],
  ["broker", "due"],
  ["topic", "lag"],
  ["topic", "unheard-of"],
];

test.each(uncounted)("by %s, %s is not counted so", (by, measure) => {
  expect(countQueries(scope, by, measure, 30_000)).toBeNull();
});

test("falls are negative differences; samples are as old as Highwater says, or their scrape", () => {
  expect(fallQuery(scope, "end", 30_000)).toBe(
    'min by (topic, partition) (idelta(kafka_topic_partition_current_offset{cluster="eu-1"}[30001ms:30000ms]) < 0)',
  );
  expect(sampledQuery(scope)).toBe(
    'max(highwater_last_sample_timestamp_seconds{cluster="eu-1"} or timestamp(kafka_brokers{cluster="eu-1"}))',
  );
});

test("states that were entered and left are those of one point that the other has not", () => {
  const [now, before] = ["", " offset 30000ms"].map(
    (offset) => `max by (consumergroup, state) (highwater_consumergroup_state{cluster="eu-1"}${offset})`,
  );
  expect(stateQueries(scope, 30_000)).toEqual({ entered: `${now} unless ${before}`, left: `${before} unless ${now}` });
});

test("members are counted by client, where those of the group were told at both points", () => {
  const at = (name: string, by: string, offset: string) => `max by (${by}) (${name}{cluster="eu-1"}${offset})`;
  const [now, before] = ["", " offset 30000ms"].map((offset) =>
    at("highwater_consumergroup_client_members", "consumergroup, client_id", offset),
  );
  const [all, allBefore] = ["", " offset 30000ms"].map((offset) =>
    at("highwater_consumergroup_members", "consumergroup", offset),
  );
  expect(memberQueries(scope, 30_000)).toEqual({
    joined: `(${now} - ${before} > 0 or (${now} unless ${before})) and on (consumergroup) ${allBefore}`,
    left: `(${before} - ${now} > 0 or (${before} unless ${now})) and on (consumergroup) ${all}`,
  });
});

test("what happened to one group is asked of it alone", () => {
  const { entered } = stateQueries(scope, 30_000, "g");
  const { joined, left } = memberQueries(scope, 30_000, "g");
  for (const query of [entered, joined, left])
    expect(query.replaceAll('{cluster="eu-1",consumergroup="g"}', "")).not.toContain("{");
});

test("groups are matched by their names to the letter", () => {
  expect(membersQuery(scope, ["a.b", 'c|"(d)'])).toBe(
    String.raw`max by (consumergroup) (highwater_consumergroup_members{cluster="eu-1",consumergroup=~"a\\.b|c\\|\"\\(d\\)"})`,
  );
});

const templates: [template: string, by: Dimension, filled: string][] = [
  ["sum by ($by) (rate(in{$cluster}[$window]))", "topic", 'sum by (topic) (rate(in{cluster="$& $by"}[60000ms]))'],
  ["sum by ($by) (rate(in{$cluster}[$window]))", "broker", 'sum by (broker) (rate(in{cluster="$& $by"}[60000ms]))'],
  ['in{name=~"a$"} + on ($by) $bystander', "topic", 'in{name=~"a$"} + on (topic) $bystander'],
];

test.each(templates)("%s by %s", (template, by, filled) => {
  expect(fillTemplate(template, { label: "cluster", cluster: "$& $by" }, by, 60_000)).toBe(filled);
});
