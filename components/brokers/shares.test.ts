import { describe, expect, it } from "vitest";
import { calculateDiskUse, diskTone, inSyncShare } from "./shares.ts";

describe("the share of replicas in sync", () => {
  it("is never rounded up to all of them", () => {
    expect(inSyncShare({ replicas: 5000, inSyncReplicas: 4999 })).toBe(0.99);
    expect(inSyncShare({ replicas: 5000, inSyncReplicas: 5000 })).toBe(1);
  });

  it("is unknown without replicas", () => {
    expect(inSyncShare({ replicas: 0, inSyncReplicas: 0 })).toBeNull();
  });
});

describe("how full a disk is", () => {
  it("counts whatever fills it", () => {
    expect(calculateDiskUse("1000", "450")).toEqual({ share: 0.55, usableBytes: "450", totalBytes: "1000" });
  });

  it("is unknown when the broker told no totals (before Kafka 3.3)", () => {
    expect(calculateDiskUse(null, null)).toBeNull();
  });

  it("warns from 80%", () => {
    expect([0.79, 0.8, 0.9].map(diskTone)).toEqual([undefined, "warn", "crit"]);
  });
});
