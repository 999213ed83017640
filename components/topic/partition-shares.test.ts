import { describe, expect, it } from "vitest";
import { calculateShares, largestShares } from "./partition-shares.ts";

const row = (partition: number, messages: string | null) => ({
  partition,
  leader: messages === null ? null : 1,
  messages,
  sizeBytes: null,
});

describe("calculateShares", () => {
  it("gives each partition's share, the mean and the largest", () => {
    const { partitions, mean, largest } = calculateShares(
      [row(0, "100"), row(1, "300"), row(2, "0"), row(3, "0")],
      "messages",
    );
    expect(partitions.map(({ share }) => share)).toEqual([0.25, 0.75, 0, 0]);
    expect(mean).toBe(0.25);
    expect(largest).toEqual({ partition: 1, share: 0.75, timesMean: 3 });
  });

  it("leaves a partition that is not known out of the mean", () => {
    const { partitions, mean } = calculateShares([row(0, "50"), row(1, null), row(2, "50")], "messages");
    expect(partitions[1]).toEqual({ partition: 1, leader: null, value: null, share: null });
    expect(mean).toBe(0.5);
  });

  it("names no largest partition when the topic is empty or nothing is known", () => {
    expect(calculateShares([row(0, "0"), row(1, "0")], "messages").largest).toBeNull();
    expect(calculateShares([row(0, null)], "messages")).toMatchObject({ mean: 0, largest: null });
  });

  it("counts beyond what a number holds exactly", () => {
    const { largest } = calculateShares([row(0, "9007199254740993000"), row(1, "9007199254740993000")], "messages");
    expect(largest?.share).toBe(0.5);
  });
});

describe("largestShares", () => {
  it("keeps the order of a topic that fits, and else the largest with the unknown", () => {
    const { partitions } = calculateShares([row(0, "1"), row(1, "3"), row(2, null), row(3, "2")], "messages");
    expect(largestShares(partitions, 4).map(({ partition }) => partition)).toEqual([0, 1, 2, 3]);
    expect(largestShares(partitions, 2).map(({ partition }) => partition)).toEqual([2, 1]);
  });
});
