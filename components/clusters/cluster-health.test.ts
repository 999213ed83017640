import { describe, expect, it } from "vitest";
import { summarizeHealth } from "./cluster-health.ts";

const healthy = {
  brokers: 3,
  brokersMissing: [],
  topics: 12,
  partitions: 96,
  underReplicatedPartitions: 0,
  offlinePartitions: 0,
};

describe("a cluster's health in clauses", () => {
  it("says of a healthy cluster that all is up and in sync", () => {
    expect(summarizeHealth(healthy)).toEqual([
      { code: "allBrokersUp", values: { count: 3 } },
      { code: "allInSync", values: { count: 96 } },
    ]);
  });

  it("counts the missing brokers among those there should be", () => {
    const facts = summarizeHealth({ ...healthy, brokers: 2, brokersMissing: [3], underReplicatedPartitions: 24 });
    expect(facts).toEqual([
      { code: "someBrokersUp", values: { up: 2, count: 3 } },
      { code: "underReplicated", values: { count: 24 } },
    ]);
  });

  it("names offline partitions before under-replicated ones", () => {
    const facts = summarizeHealth({ ...healthy, underReplicatedPartitions: 4, offlinePartitions: 1 });
    expect(facts.map(({ code }) => code)).toEqual(["allBrokersUp", "offline", "underReplicated"]);
  });

  it("does not call an empty cluster in sync", () => {
    expect(summarizeHealth({ ...healthy, topics: 0, partitions: 0 })[1]).toEqual({ code: "noTopics", values: {} });
  });

  it("says nothing of a cluster that never answered", () => {
    expect(summarizeHealth({ ...healthy, brokers: null })).toEqual([]);
  });
});
