import { describe, expect, it } from "vitest";
import { assessRetention } from "./retention-rule.ts";

describe("assessRetention", () => {
  it("counts time and size where the policy deletes", () => {
    expect(assessRetention({ cleanupPolicy: ["delete"], retentionMs: "604800000", retentionBytes: "-1" })).toEqual({
      kind: "limit",
      ms: "604800000",
      bytes: null,
    });
    expect(
      assessRetention({ cleanupPolicy: ["compact", "delete"], retentionMs: "1000", retentionBytes: "1073741824" }),
    ).toEqual({
      kind: "limit",
      ms: "1000",
      bytes: "1073741824",
    });
  });

  it("keeps a compacted topic's newest record of each key, whatever its retention says", () => {
    expect(assessRetention({ cleanupPolicy: ["compact"], retentionMs: "1000", retentionBytes: "-1" })).toEqual({
      kind: "newest-per-key",
    });
  });

  it("has no limit when both are -1", () => {
    expect(assessRetention({ cleanupPolicy: ["delete"], retentionMs: "-1", retentionBytes: "-1" })).toEqual({
      kind: "no-limit",
    });
  });

  it("is unknown when the settings could not be read", () => {
    expect(assessRetention({ cleanupPolicy: [], retentionMs: null, retentionBytes: null })).toEqual({
      kind: "unknown",
    });
  });
});
