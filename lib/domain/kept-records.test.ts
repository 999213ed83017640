import { describe, expect, test } from "vitest";
import { type KeptRecords, type PartitionStart, summarizeKept } from "./kept-records.ts";

const first = (partition: number, timestamp: bigint, deleted = false): PartitionStart => ({
  partition,
  first: { partition, offset: deleted ? 7n : 0n, timestamp, deleted },
});
const empty = (partition: number): PartitionStart => ({ partition, empty: true });
const unknown = (partition: number, code: string): PartitionStart => ({ partition, unknown: code });

type Told = Omit<KeptRecords, "oldest" | "least"> & { oldest: number | null; least: number | null };

describe("summarizeKept", () => {
  const rows: [sentence: string, given: PartitionStart[], told: Told][] = [
    [
      "the oldest is the earliest of the partitions' first records",
      [first(0, 300n), first(1, 100n), first(2, 200n)],
      { oldest: 1, least: null, empty: 0, unknown: 0, reason: null },
    ],
    [
      "the least is told of partitions that lost their beginning: a partition that was never cut keeps all it got",
      [first(0, 100n, true), first(1, 250n, true), first(2, 900n)],
      { oldest: 0, least: 1, empty: 0, unknown: 0, reason: null },
    ],
    [
      "of equal ones the first partition is named",
      [first(3, 5n, true), first(4, 5n, true)],
      { oldest: 3, least: 3, empty: 0, unknown: 0, reason: null },
    ],
    [
      "empty partitions hold nothing, and are not old",
      [empty(0), first(1, 8n)],
      { oldest: 1, least: null, empty: 1, unknown: 0, reason: null },
    ],
    [
      "nothing but empty partitions has no oldest record",
      [empty(0), empty(1)],
      { oldest: null, least: null, empty: 2, unknown: 0, reason: null },
    ],
    [
      "what is not known is counted, with its reason, and the others still tell",
      [unknown(0, "NO_LEADER"), first(1, 8n), unknown(2, "TIMEOUT")],
      { oldest: 1, least: null, empty: 0, unknown: 2, reason: "NO_LEADER" },
    ],
    ["a topic without partitions", [], { oldest: null, least: null, empty: 0, unknown: 0, reason: null }],
  ];

  test.each(rows)("%s", (_, given, told) => {
    const { oldest, least, ...rest } = summarizeKept(given);
    expect({ ...rest, oldest: oldest?.partition ?? null, least: least?.partition ?? null }).toEqual(told);
  });
});
