import { describe, expect, it } from "vitest";
import type { Broker } from "@/lib/api/brokers.ts";
import { amountOf, calculateMean, isOutlier } from "./balance.ts";

function broker(changes: Partial<Broker>): Broker {
  return {
    brokerId: 1,
    host: "b1",
    port: 9092,
    rack: null,
    controller: false,
    status: "up",
    leaders: 40,
    replicas: 120,
    inSyncReplicas: 120,
    preferredLeaders: 40,
    logSizeBytes: "1000000",
    diskTotalBytes: null,
    diskUsableBytes: null,
    leaderSkew: 1,
    replicaSkew: 1,
    logSizeSkew: 1,
    unknown: {},
    ...changes,
  };
}

describe("the mean that brokers are compared with", () => {
  it("is what the skews refer to, also when only some of the brokers are in view", () => {
    const inView = [broker({ leaders: 60, leaderSkew: 1.5 }), broker({ leaders: 20, leaderSkew: 0.5 })];
    expect(calculateMean(inView, "leaders")).toBe(40);
  });

  it("leaves out a broker that is down", () => {
    const down = broker({ status: "down", leaders: 0, leaderSkew: null });
    expect(amountOf(down, "leaders")).toBeNull();
    expect(calculateMean([down], "leaders")).toBeNull();
  });
});

describe("an outlier", () => {
  it("bears half as much again as the mean", () => {
    expect(isOutlier(broker({ leaders: 60, leaderSkew: 1.5 }), "leaders")).toBe(true);
    expect(isOutlier(broker({ leaders: 56, leaderSkew: 1.4 }), "leaders")).toBe(false);
  });

  it("is not made by a few partitions or by little data", () => {
    expect(isOutlier(broker({ leaders: 3, leaderSkew: 1.5 }), "leaders")).toBe(false);
    expect(isOutlier(broker({ logSizeBytes: "30000000", logSizeSkew: 3 }), "logSize")).toBe(false);
  });
});
