import { expect, test } from "vitest";
import {
  assessAttention,
  type AttentionLine,
  type BrokerFinding,
  type GroupFinding,
  type TopicFinding,
} from "./attention.ts";

const topic = (name: string, more: Partial<TopicFinding> = {}): TopicFinding => ({
  name,
  partitions: 12,
  offlinePartitions: 0,
  belowMinIsrPartitions: 0,
  underReplicatedPartitions: 0,
  hotPartition: null,
  ...more,
});
const group = (
  groupId: string,
  status: string,
  lag: string | null = null,
  lost: string | null = null,
  more: Partial<GroupFinding> = {},
): GroupFinding => ({ groupId, status, lag, lagMs: null, lost, partitions: 3, figures: {}, ...more });
const broker = (brokerId: number, status = "up", failedLogDirs = 0): BrokerFinding => ({
  brokerId,
  status,
  replicas: 40,
  failedLogDirs,
});

type Found = { topics?: TopicFinding[]; groups?: GroupFinding[]; brokers?: BrokerFinding[]; controllerKnown?: boolean };

function assess({ topics = [], groups = [], brokers = [], controllerKnown = true }: Found) {
  return assessAttention({ topics, groups, brokers, controllerKnown });
}

const hotPartition = { partition: 3, share: 0.5, timesMean: 6 };

type Row = [
  sentence: string,
  found: Found,
  severity: AttentionLine["severity"],
  code: AttentionLine["code"],
  kind: AttentionLine["kind"],
  values: AttentionLine["values"],
];

const rows: Row[] = [
  [
    "offline partitions outrank everything else of a topic",
    {
      topics: [
        topic("a", { offlinePartitions: 2, belowMinIsrPartitions: 3, underReplicatedPartitions: 4, hotPartition }),
      ],
    },
    "crit",
    "OFFLINE_PARTITIONS",
    "topic",
    { partitions: 2, of: 12 },
  ],
  [
    "too few in sync to write outranks under-replicated",
    { topics: [topic("a", { belowMinIsrPartitions: 3, underReplicatedPartitions: 4 })] },
    "crit",
    "BELOW_MIN_ISR",
    "topic",
    { partitions: 3, of: 12 },
  ],
  [
    "an unknown min ISR leaves under-replicated to say",
    { topics: [topic("a", { belowMinIsrPartitions: null, underReplicatedPartitions: 1 })] },
    "warn",
    "UNDER_REPLICATED",
    "topic",
    { partitions: 1, of: 12 },
  ],
  [
    "a loss ahead names the partition and the time, how far behind, and what waits",
    {
      groups: [
        group("g", "at-risk", "12", "0", { lagMs: 5000, figures: { ms: 7_560_000, topic: "clicks", partition: 11 } }),
      ],
    },
    "crit",
    "GROUP_AT_RISK",
    "group",
    { ms: 7_560_000, topic: "clicks", partition: 11, records: "12", lagMs: 5000 },
  ],
  [
    "a stalled group tells what waits; how far behind only when that is known",
    { groups: [group("g", "stalled", "12")] },
    "warn",
    "GROUP_STALLED",
    "group",
    { records: "12" },
  ],
  [
    "a group that falls behind tells how far behind it is",
    { groups: [group("g", "falling-behind", "12", "0", { lagMs: 126_000 })] },
    "warn",
    "GROUP_FALLING_BEHIND",
    "group",
    { records: "12", lagMs: 126_000 },
  ],
  [
    "a commit that went back tells by how much and when",
    { groups: [group("g", "went-back", "12", "0", { figures: { partitions: 2, records: "90", at: 1 } })] },
    "warn",
    "GROUP_WENT_BACK",
    "group",
    { partitions: 2, records: "90", at: 1 },
  ],
  [
    "a hot partition is told with its figures",
    { topics: [topic("a", { hotPartition })] },
    "warn",
    "HOT_PARTITION",
    "topic",
    hotPartition,
  ],
  [
    "a group that loses records",
    { groups: [group("a", "losing-records", "9", "4")] },
    "crit",
    "GROUP_LOST_RECORDS",
    "group",
    { records: "4" },
  ],
  [
    "a stopped group tells what waits",
    { groups: [group("a", "stopped", "9", "0")] },
    "crit",
    "GROUP_STOPPED",
    "group",
    { records: "9" },
  ],
  ["a commit beyond the end", { groups: [group("a", "beyond-end", "0")] }, "warn", "COMMIT_BEYOND_END", "group", {}],
  [
    "a broker that is down tells what it held",
    { brokers: [broker(1, "down", 1)] },
    "crit",
    "BROKER_DOWN",
    "broker",
    { replicas: 40 },
  ],
  [
    "a broker that does not answer",
    { brokers: [broker(1, "not-answering")] },
    "crit",
    "BROKER_NOT_ANSWERING",
    "broker",
    {},
  ],
  ["a failed log directory", { brokers: [broker(1, "up", 1)] }, "crit", "LOG_DIR_FAILED", "broker", { logDirs: 1 }],
  ["no controller", { controllerKnown: false }, "crit", "NO_CONTROLLER", "cluster", {}],
];

test.each(rows)("%s", (_, found, severity, code, kind, values) => {
  const { lines } = assess(found);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ severity, code, kind });
  expect(lines[0]!.values).toEqual(values);
});

test("what is well, or merely behind, asks for nothing; every element was looked at, and the controller", () => {
  const found = {
    topics: [topic("a"), topic("b")],
    groups: ["behind", "caught-up", "no-commit", "unknown"].map((status) => group(status, status, "5")),
    brokers: [broker(1), broker(2, "follows-slowly")],
  };
  expect(assess(found)).toEqual({ lines: [], checks: 9 });
});

test("lines come worst first, then brokers before topics before groups, then the larger first, then by name", () => {
  const { lines } = assess({
    controllerKnown: false,
    topics: [
      topic("hot", { hotPartition }),
      topic("b", { offlinePartitions: 1 }),
      topic("a", { offlinePartitions: 1 }),
      topic("c", { offlinePartitions: 9 }),
    ],
    groups: [group("small", "stopped", "9"), group("large", "stopped", "10"), group("beyond", "beyond-end")],
    brokers: [broker(2, "not-answering"), broker(1, "not-answering")],
  });
  expect(lines.map(({ name, code }) => name || code)).toEqual([
    "NO_CONTROLLER",
    "1",
    "2",
    "c",
    "a",
    "b",
    "large",
    "small",
    "hot",
    "beyond",
  ]);
});

test("lags are weighed as numbers of any size, not as words", () => {
  const { lines } = assess({
    groups: [
      group("a", "stopped", "9"),
      group("b", "stopped", "9007199254740993"),
      group("c", "stopped", "9007199254740992"),
    ],
  });
  expect(lines.map(({ name }) => name)).toEqual(["b", "c", "a"]);
});

const lacking = [topic("a", { underReplicatedPartitions: 4 }), topic("b", { underReplicatedPartitions: 5 })];

test("while a broker is down, topics that lack a replica are one line of the cluster", () => {
  const { lines } = assess({ topics: lacking, brokers: [broker(1, "down"), broker(2)] });
  expect(lines.map(({ code }) => code)).toEqual(["BROKER_DOWN", "UNDER_REPLICATED"]);
  expect(lines[1]).toMatchObject({ kind: "cluster", severity: "warn", values: { partitions: 9, topics: 2 } });
});

test("folding keeps what is worse than a missing replica", () => {
  const { lines } = assess({
    topics: [...lacking, topic("c", { offlinePartitions: 1, underReplicatedPartitions: 1 })],
    brokers: [broker(1, "down")],
  });
  expect(lines.map(({ code }) => code)).toEqual(["BROKER_DOWN", "OFFLINE_PARTITIONS", "UNDER_REPLICATED"]);
});

test("with all brokers up each topic that lacks a replica is named, and a single one always is", () => {
  expect(assess({ topics: lacking, brokers: [broker(1)] }).lines.map(({ name }) => name)).toEqual(["b", "a"]);
  expect(assess({ topics: lacking.slice(0, 1), brokers: [broker(1, "down")] }).lines.map(({ name }) => name)).toEqual([
    "1",
    "a",
  ]);
});
