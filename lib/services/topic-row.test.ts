import { describe, expect, test } from "vitest";
import type { ConfigsOrError } from "../kafka/configs.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { PartitionMetadata, TopicMetadata } from "../kafka/metadata.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import type { TopicOffsets, TopicSizes } from "./cluster-reads.ts";
import { summarizeOffsets, summarizeSizes, toTopic } from "./topic-row.ts";

const at = (offset: bigint): OffsetOrError => ({ offset });
const gone: OffsetOrError = { error: "NO_LEADER" };
const silent: OffsetOrError = { error: "TIMEOUT" };

describe("messages of a topic", () => {
  const rows: [
    sentence: string,
    offsets: TopicOffsets,
    messages: (bigint | null)[],
    total: bigint | null,
    unknown: number,
    reason: string | null,
  ][] = [
    [
      "each partition holds end minus start",
      { start: [at(0n), at(5n)], end: [at(10n), at(7n)] },
      [10n, 2n],
      12n,
      0,
      null,
    ],
    ["an empty topic holds none", { start: [at(3n)], end: [at(3n)] }, [0n], 0n, 0, null],
    ["a start read after the end moved holds none, not less", { start: [at(9n)], end: [at(8n)] }, [0n], 0n, 0, null],
    [
      "what is unknown is left out and counted",
      { start: [at(0n), gone], end: [at(10n), gone] },
      [10n, null],
      10n,
      1,
      "NO_LEADER",
    ],
    ["an end without a start is unknown", { start: [silent], end: [at(10n)] }, [null], null, 1, "TIMEOUT"],
    ["nothing known is not 0", { start: [silent, gone], end: [silent, gone] }, [null, null], null, 2, "TIMEOUT"],
  ];

  test.each(rows)("%s", (_, offsets, messages, total, unknown, reason) => {
    expect(summarizeOffsets(offsets)).toMatchObject({ messages, total, unknown, reason });
  });
});

function topicOf(...partitions: Partial<PartitionMetadata>[]): TopicMetadata {
  return {
    name: "t",
    internal: false,
    error: null,
    partitions: partitions.map((given, partition) => ({
      partition,
      leader: 1,
      replicas: [1, 2],
      isr: [1, 2],
      offlineReplicas: [],
      ...given,
    })),
  };
}

const log = (brokerId: number, sizeBytes: bigint) => ({ brokerId, sizeBytes, offsetLag: 0n });

describe("the size of a topic", () => {
  const rows: [
    sentence: string,
    topic: TopicMetadata,
    sizes: TopicSizes,
    leaders: bigint | null,
    all: bigint | null,
    reason: string | null,
  ][] = [
    [
      "leaders are one copy, all are every copy",
      topicOf({}, { leader: 2 }),
      {
        replicas: [
          [log(1, 10n), log(2, 11n)],
          [log(1, 4n), log(2, 5n)],
        ],
        silent: [],
      },
      15n,
      30n,
      null,
    ],
    [
      "without a leader one copy is not known, all copies are",
      topicOf({ leader: null }),
      { replicas: [[log(1, 10n), log(2, 11n)]], silent: [] },
      null,
      21n,
      "NO_LEADER",
    ],
    [
      "a silent broker that holds a copy leaves all copies unknown",
      topicOf({}),
      { replicas: [[log(1, 10n)]], silent: [{ brokerId: 2, code: "TIMEOUT" }] },
      10n,
      null,
      "TIMEOUT",
    ],
    [
      "a silent leader leaves both unknown",
      topicOf({}),
      { replicas: [[log(2, 11n)]], silent: [{ brokerId: 1, code: "TIMEOUT" }] },
      null,
      null,
      "TIMEOUT",
    ],
    [
      "a broker that has left the cluster leaves all copies unknown",
      topicOf({}),
      { replicas: [[log(1, 10n)]], silent: [] },
      10n,
      null,
      "UNREACHABLE",
    ],
    [
      "a silent broker that holds none does not matter",
      topicOf({}),
      { replicas: [[log(1, 10n), log(2, 11n)]], silent: [{ brokerId: 3, code: "TIMEOUT" }] },
      10n,
      21n,
      null,
    ],
  ];

  test.each(rows)("%s", (_, topic, sizes, leaders, all, reason) => {
    expect(summarizeSizes(topic, sizes)).toEqual({ leaders, all, reason });
  });
});

function settings(configs: Record<string, string>): ConfigsOrError {
  const plain = { readOnly: false, source: 5, sensitive: false, synonyms: [], type: 0, documentation: null };
  return { configs: Object.entries(configs).map(([name, value]) => ({ name, value, ...plain })) };
}

const even: TopicOffsets = { start: [at(0n), at(0n), at(0n)], end: [at(1000n), at(1000n), at(1000n)] };
const skewed: TopicOffsets = { start: [at(0n), at(0n), at(0n)], end: [at(3000n), at(0n), at(0n)] };
const three = topicOf({}, {}, {});

function rowOf(topic: TopicMetadata, offsets: TopicOffsets | null, configs: ConfigsOrError | null) {
  return toTopic(topic, {
    offsets: new Map(offsets ? [["t", offsets]] : []),
    configs: new Map(configs ? [["t", configs]] : []),
    sizes: new Map(),
  });
}

describe("a topic's row", () => {
  const rows: [
    sentence: string,
    topic: TopicMetadata,
    offsets: TopicOffsets | null,
    configs: ConfigsOrError | null,
    expected: object,
  ][] = [
    [
      "all well",
      three,
      even,
      settings({ "cleanup.policy": "delete", "min.insync.replicas": "2" }),
      { status: "healthy", messages: "3000", messagesAtMost: false, belowMinIsrPartitions: 0, hotPartition: null },
    ],
    [
      "of a compacted topic offsets are at most its records, and prove no hot partition",
      three,
      skewed,
      settings({ "cleanup.policy": "compact,delete" }),
      { status: "healthy", cleanupPolicy: ["compact", "delete"], messagesAtMost: true, hotPartition: null },
    ],
    [
      "a hot partition",
      three,
      skewed,
      settings({ "cleanup.policy": "delete" }),
      { status: "hot-partition", hotPartition: { partition: 0, share: 1, timesMean: 3 } },
    ],
    [
      "too few in sync is worse than hot",
      topicOf({ isr: [1] }, {}, {}),
      skewed,
      settings({ "cleanup.policy": "delete", "min.insync.replicas": "2" }),
      { status: "below-min-isr", belowMinIsrPartitions: 1, underReplicatedPartitions: 1 },
    ],
    [
      "no leader is worst",
      topicOf({ leader: null, isr: [] }, {}, {}),
      { start: [gone, at(0n), at(0n)], end: [gone, at(1n), at(1n)] },
      settings({}),
      { status: "offline", offlinePartitions: 1, unknownPartitions: 1, messages: "2" },
    ],
    [
      "unread offsets make it unknown, not healthy",
      three,
      { start: [silent, at(0n), at(0n)], end: [silent, at(1n), at(1n)] },
      settings({}),
      { status: "unknown", unknownPartitions: 1 },
    ],
    [
      "nothing read: every figure is null with its reason",
      three,
      null,
      null,
      {
        messages: null,
        retentionMs: null,
        minInsyncReplicas: null,
        belowMinIsrPartitions: null,
        unknownPartitions: 3,
        unknown: {
          messages: "UNREACHABLE",
          sizeBytes: "UNREACHABLE",
          cleanupPolicy: "UNREACHABLE",
          retentionMs: "UNREACHABLE",
        },
      },
    ],
    [
      "settings that may not be read say so",
      three,
      even,
      { error: new KafkaError("UNAUTHORIZED", "no") },
      {
        cleanupPolicy: [],
        minInsyncReplicas: null,
        unknown: { cleanupPolicy: "UNAUTHORIZED", retentionMs: "UNAUTHORIZED" },
      },
    ],
  ];

  test.each(rows)("%s", (_, topic, offsets, configs, expected) => {
    expect(rowOf(topic, offsets, configs)).toMatchObject(expected);
  });
});
