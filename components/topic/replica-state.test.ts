import { expect, it } from "vitest";
import type { Partition } from "@/lib/api/topics.ts";
import { replicasOf } from "./replica-state.ts";

const partition: Partition = {
  partition: 0,
  leader: 2,
  preferredLeader: 1,
  replicas: [1, 2, 3],
  isr: [2],
  offlineReplicas: [1],
  logStartOffset: "0",
  lastStableOffset: "10",
  highWatermark: "10",
  messages: "10",
  sizeBytes: "900",
  replicaSizes: [
    { brokerId: 2, sizeBytes: "900", offsetLag: "0" },
    { brokerId: 3, sizeBytes: "700", offsetLag: "3" },
  ],
  status: "under-replicated",
  unknown: {},
};

it("tells of each replica how it stands, in the order of the assignment", () => {
  expect(replicasOf(partition)).toEqual([
    { brokerId: 1, state: "offline", leads: false, sizeBytes: null, offsetLag: null },
    { brokerId: 2, state: "in-sync", leads: true, sizeBytes: "900", offsetLag: "0" },
    { brokerId: 3, state: "out-of-sync", leads: false, sizeBytes: "700", offsetLag: "3" },
  ]);
});
