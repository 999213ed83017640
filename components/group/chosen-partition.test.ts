import { describe, expect, test } from "vitest";
import type { PartitionOutlook } from "@/lib/api/history.ts";
import { chooseWorst, keyOf, readKey } from "./chosen-partition.ts";

const outlook = (partition: number, lag: string | null, lagMs: number | null): PartitionOutlook => ({
  topic: "orders",
  partition,
  lag,
  lagMs,
  lagMsAtLeast: false,
  producedPerSecond: 1,
  consumedPerSecond: 1,
  lagPerSecond: 0,
  drain: { none: "not-falling" },
  loss: { none: "not-reached" },
  samples: 30,
  spanMs: 300_000,
});

test.each(["orders:0", "a.b-c_D:12"])("readKey reads %s back", (text) => {
  expect(keyOf(readKey(text)!)).toBe(text);
});

test.each(["", "worst", "sum", "orders", "orders:", "orders:-1", ":3", "or ders:1"])("readKey refuses %j", (text) => {
  expect(readKey(text)).toBeNull();
});

describe("chooseWorst", () => {
  const rows = [outlook(2, "100", 60_000), outlook(1, "95", 50_000), outlook(0, "10", 1_000)];

  test("takes the first, which is furthest behind", () => {
    expect(chooseWorst(rows, null)?.partition).toBe(2);
    expect(chooseWorst(rows, "orders:7")?.partition).toBe(2);
  });

  test("keeps the one shown while it is nearly as far behind", () => {
    expect(chooseWorst(rows, "orders:1")?.partition).toBe(1);
    expect(chooseWorst(rows, "orders:0")?.partition).toBe(2);
  });

  test("has none when no lag is known", () => {
    expect(chooseWorst([outlook(0, null, null)], null)).toBeNull();
    expect(chooseWorst([], null)).toBeNull();
  });
});
