import { describe, expect, test } from "vitest";
import type { PartitionRate } from "@/lib/api/history.ts";
import { writeShares } from "./write-shares.ts";

const written = (partition: number, producedPerSecond: number | null): PartitionRate => ({
  partition,
  producedPerSecond,
});

describe("writeShares", () => {
  test("compares mean rates", () => {
    const { partitions, mean, largest } = writeShares([written(0, 2), written(1, 6)], 2);
    expect(partitions.map(({ rate, share }) => [rate, share])).toEqual([
      [2, 0.25],
      [6, 0.75],
    ]);
    expect(mean).toBe(0.5);
    expect(largest).toEqual({ partition: 1, share: 0.75, timesMean: 1.5, hot: false });
  });

  test("names a hot one above three times the mean and a tenth", () => {
    const even = [1, 2, 3, 4, 5].map((partition) => written(partition, 1));
    expect(writeShares([written(0, 6), ...even], 6).largest).toMatchObject({ partition: 0, hot: true });
    const many = Array.from({ length: 60 }, (_, partition) => written(partition + 1, 1));
    expect(writeShares([written(0, 5), ...many], 61).largest).toMatchObject({ partition: 0, hot: false });
  });

  test("does not know a partition that was not sampled", () => {
    expect(writeShares([written(0, 1), written(1, null)], 2).partitions[1]).toEqual({
      partition: 1,
      rate: null,
      share: null,
    });
  });

  test("has no largest when nothing was written", () => {
    expect(writeShares([written(0, 0)], 1)).toMatchObject({ largest: null, partitions: [{ share: 0 }] });
    expect(writeShares([], 0)).toEqual({ partitions: [], mean: 0, largest: null });
  });
});
