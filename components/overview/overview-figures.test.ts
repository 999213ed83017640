import { describe, expect, it } from "vitest";
import type { BrokerStatus } from "@/lib/api/brokers.ts";
import { pickBrokers, summarizeBrokers } from "./overview-figures.ts";

const brokers = (...statuses: BrokerStatus[]) => statuses.map((status, index) => ({ brokerId: index + 1, status }));

describe("brokers at a glance", () => {
  it("are as well as the worst of them", () => {
    expect(summarizeBrokers(brokers("up", "follows-slowly", "down", "follows-slowly"))).toEqual({
      worst: "down",
      count: 1,
    });
    expect(summarizeBrokers(brokers("up", "up"))).toEqual({ worst: "up", count: 2 });
  });

  it("show those with trouble even when there are too many, in the order of their ids", () => {
    const picked = pickBrokers(brokers("up", "up", "up", "follows-slowly", "down"), 3);
    expect(picked.map(({ brokerId }) => brokerId)).toEqual([1, 4, 5]);
  });
});
