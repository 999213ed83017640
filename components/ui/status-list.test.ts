import { expect, test } from "vitest";
import { BrokerStatus } from "@/lib/api/brokers.ts";
import { ClusterStatus } from "@/lib/api/clusters.ts";
import { GroupState, GroupStatus } from "@/lib/api/groups.ts";
import { TopicStatus } from "@/lib/api/topics.ts";
import en from "@/messages/en/status.json";
import { statuses } from "./status-list.ts";

test("every status of the wire has a tone and an icon", () => {
  const wire = [BrokerStatus, ClusterStatus, GroupState, GroupStatus, TopicStatus].flatMap(({ options }): string[] => [
    ...options,
  ]);
  expect(wire.filter((status) => !(status in statuses))).toEqual([]);
});

test("every status has its word", () => {
  expect(Object.keys(statuses).filter((status) => !(status in en))).toEqual([]);
});
