import { describe, expect, test } from "vitest";
import { ConfigListQuery } from "../api/configs.ts";
import type { ConfigEntry } from "../kafka/configs.ts";
import type { CreatedTopic } from "../kafka/topic-changes.ts";
import { configSourceOf, pageOfConfigs, toConfig } from "./to-config.ts";
import { withDefault } from "./topic-defaults.ts";

// Numbers of DescribeConfigsResponse.ConfigSource.
const [topic, dynamicBroker, dynamicCluster, staticBroker, byDefault] = [1, 2, 3, 4, 5];

function entry(more: Partial<ConfigEntry> = {}): ConfigEntry {
  return {
    name: "retention.ms",
    value: "5",
    readOnly: false,
    source: topic,
    sensitive: false,
    synonyms: [],
    type: 5,
    documentation: null,
    ...more,
  };
}

const levels = (...sources: number[]) =>
  sources.map((source, index) => ({ name: "log.retention.ms", value: String(index), source }));

const defaults: [sentence: string, given: ConfigEntry, value: string | null, source: string][] = [
  [
    "under the topic's value lies the broker's dynamic one",
    entry({ synonyms: levels(topic, dynamicBroker, staticBroker, byDefault) }),
    "1",
    "dynamic-broker",
  ],
  ["or server.properties", entry({ synonyms: levels(topic, staticBroker, byDefault) }), "1", "static-broker"],
  ["or Kafka's default", entry({ synonyms: levels(topic, byDefault) }), "1", "default"],
  [
    "what the topic does not set is its own default",
    entry({ source: dynamicCluster, synonyms: levels(dynamicCluster, byDefault) }),
    "0",
    "dynamic-cluster",
  ],
  ["what nobody sets is too, also without levels", entry({ source: byDefault }), "5", "default"],
  ["what the topic sets without a level below hides its default", entry({ synonyms: levels(topic) }), null, "unknown"],
];

test.each(defaults)("default: %s", (_, given, value, source) => {
  expect(toConfig(given, "topic")).toMatchObject({ defaultValue: value, defaultSource: source });
});

test("under a broker's dynamic value lies what is below it", () => {
  expect(
    toConfig(
      entry({ source: dynamicBroker, synonyms: levels(dynamicBroker, dynamicCluster, byDefault) }),
      "dynamic-broker",
    ),
  ).toMatchObject({ defaultValue: "1", defaultSource: "dynamic-cluster" });
});

describe("a default that brokers hide", () => {
  const created: CreatedTopic = {
    partitions: 1,
    replicationFactor: 1,
    configs: [{ name: "retention.ms", value: "604800000", readOnly: false, source: byDefault, sensitive: false }],
  };

  test("is that of a new topic", () => {
    expect(withDefault(toConfig(entry(), "topic"), created)).toMatchObject({
      value: "5",
      defaultValue: "604800000",
      defaultSource: "default",
    });
  });

  test("stays unknown when that is not told either", () => {
    expect(withDefault(toConfig(entry(), "topic"), { ...created, configs: null }).defaultValue).toBeNull();
    expect(withDefault(toConfig(entry({ name: "segment.ms" }), "topic"), created).defaultValue).toBeNull();
  });

  test("one that is told is not replaced", () => {
    expect(withDefault(toConfig(entry({ synonyms: levels(topic, byDefault) }), "topic"), created).defaultValue).toBe(
      "1",
    );
  });
});

test("numbers become words, one that is new becomes unknown", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 99].map(configSourceOf)).toEqual([
    "unknown",
    "topic",
    "dynamic-broker",
    "dynamic-cluster",
    "static-broker",
    "default",
    "unknown",
    "unknown",
    "group",
    "unknown",
  ]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99].map((type) => toConfig(entry({ type }), "topic").type)).toEqual([
    "unknown",
    "boolean",
    "string",
    "int",
    "short",
    "long",
    "double",
    "list",
    "class",
    "password",
    "unknown",
  ]);
});

const documentation: [sentence: string, given: string | null, text: string | null][] = [
  ["none", null, null],
  ["markup alone", "<p></p>", null],
  ["tags go, words stay apart", "Keep <code>x</code>.<br>Or<ul><li>a</li><li>b</li></ul>", "Keep x. Or a b"],
  ["entities become signs", "a &lt; b &amp;&amp; c &gt; d, &quot;e&quot;", 'a < b && c > d, "e"'],
];

test.each(documentation)("an explanation as plain text: %s", (_, given, text) => {
  expect(toConfig(entry({ documentation: given }), "topic").documentation).toBe(text);
});

test("settings are found by name or value, sorted by name, and paged", () => {
  const configs = [
    entry({ name: "b.ms", value: "60" }),
    entry({ name: "a.ms", value: null }),
    entry({ name: "c.policy", value: "Compact", source: byDefault }),
  ].map((given) => toConfig(given, "topic"));
  const names = (query: Record<string, string>) =>
    pageOfConfigs(configs, ConfigListQuery.parse(query), ({ source }) => source === "topic").items.map(
      ({ name }) => name,
    );
  expect(names({})).toEqual(["a.ms", "b.ms", "c.policy"]);
  expect(names({ search: "MS" })).toEqual(["a.ms", "b.ms"]);
  expect(names({ search: "compact" })).toEqual(["c.policy"]);
  expect(names({ overridden: "true" })).toEqual(["a.ms", "b.ms"]);
  expect(names({ overridden: "false" })).toEqual(["c.policy"]);
  expect(names({ pageSize: "1", page: "2" })).toEqual(["b.ms"]);
});
