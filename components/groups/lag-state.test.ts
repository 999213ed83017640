import { describe, expect, it } from "vitest";
import type { Group } from "@/lib/api/groups.ts";
import { lagStateOf } from "./lag-state.ts";

const group: Group = {
  groupId: "warehouse",
  type: "classic",
  state: "Stable",
  status: "behind",
  statusSince: null,
  statusSinceAtLeast: false,
  evidence: null,
  coordinator: 1,
  members: 2,
  topics: ["orders"],
  topicCount: 1,
  partitions: 12,
  lag: "40",
  lagAtMost: false,
  lost: "0",
  partitionsWithoutCommit: 3,
  unknownPartitions: 1,
  lagMs: null,
  lagMsAtLeast: false,
  lagPerSecond: null,
  lagTrend: [],
  unknown: {},
};

describe("what can be said of a group's lag", () => {
  it("is the sum, with what it leaves out", () => {
    expect(lagStateOf(group)).toEqual({ kind: "known", lag: "40", withoutCommit: 3, unknown: 1 });
  });

  it("is why the commits could not be read", () => {
    const unread = { ...group, lag: null, unknown: { lag: "TIMEOUT" } };
    expect(lagStateOf(unread)).toEqual({ kind: "not-read", code: "TIMEOUT" });
  });

  it("is that no partition's offsets are known", () => {
    expect(lagStateOf({ ...group, lag: null, unknownPartitions: 12 })).toEqual({
      kind: "offsets-unknown",
      unknown: 12,
    });
  });

  it("is “no commit” when the group never committed, not 0", () => {
    expect(lagStateOf({ ...group, lag: null, unknownPartitions: 0 })).toEqual({ kind: "no-commit" });
  });

  it("tells a share group, which has a start offset instead of commits, apart", () => {
    expect(lagStateOf({ ...group, type: "share", lag: null, unknownPartitions: 0 })).toEqual({ kind: "share" });
  });
});
