import { expect, test } from "vitest";
import {
  assessHotPartition,
  assessPartition,
  isUnderReplicated,
  type Replication,
  type TopicCondition,
  topicConditionOrder,
} from "./topic-health.ts";

type Row = [
  sentence: string,
  partition: Replication,
  minIsr: number | null,
  condition: TopicCondition,
  underReplicated: boolean,
];

const rows: Row[] = [
  ["all replicas in sync: healthy", { leader: 1, replicas: [1, 2, 3], isr: [3, 2, 1] }, 2, "healthy", false],
  [
    "one replica out of sync, enough left: under-replicated",
    { leader: 1, replicas: [1, 2, 3], isr: [1, 2] },
    2,
    "under-replicated",
    true,
  ],
  [
    "fewer in sync than producers with acks=all need: below min ISR",
    { leader: 1, replicas: [1, 2, 3], isr: [1] },
    2,
    "below-min-isr",
    true,
  ],
  [
    "no leader: offline, whatever is in sync",
    { leader: null, replicas: [1, 2, 3], isr: [1, 2, 3] },
    2,
    "offline",
    false,
  ],
  [
    "no leader and nobody in sync: offline, not below min ISR",
    { leader: null, replicas: [1], isr: [] },
    1,
    "offline",
    true,
  ],
  ["a leader of id 0 is a leader", { leader: 0, replicas: [0], isr: [0] }, 1, "healthy", false],
  [
    "a min ISR above the replicas is not the fault of the partition",
    { leader: 1, replicas: [1], isr: [1] },
    2,
    "healthy",
    false,
  ],
  ["an unknown min ISR is not judged", { leader: 1, replicas: [1, 2, 3], isr: [1] }, null, "under-replicated", true],
];

test.each(rows)("%s", (_, partition, minIsr, condition, underReplicated) => {
  expect(assessPartition(partition, minIsr)).toBe(condition);
  expect(isUnderReplicated(partition)).toBe(underReplicated);
  expect(topicConditionOrder).toContain(condition);
});

const hot: [
  sentence: string,
  messages: (bigint | null)[],
  hot: { partition: number; share: number; timesMean: number } | null,
][] = [
  ["equal partitions: none is hot", [500n, 500n, 500n, 500n], null],
  ["all records in one of four: that one is hot", [0n, 0n, 1000n, 0n], { partition: 2, share: 1, timesMean: 4 }],
  ["exactly three times the mean is hot", [750n, 100n, 100n, 50n], { partition: 0, share: 0.75, timesMean: 3 }],
  ["just under three times the mean is not", [749n, 101n, 100n, 50n], null],
  ["fewer than 1,000 records prove nothing", [0n, 0n, 999n, 0n], null],
  ["two partitions cannot hold three times the mean", [1000n, 0n], null],
  ["one unknown partition: nothing is claimed", [0n, 0n, 100_000n, null], null],
  ["no partitions, no claim", [], null],
  ["counts beyond 2^53 do not overflow", [2n ** 62n, 0n, 0n], { partition: 0, share: 1, timesMean: 3 }],
];

test.each(hot)("%s", (_, messages, expected) => {
  expect(assessHotPartition(messages)).toEqual(expected);
});
