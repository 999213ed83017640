import { describe, expect, it } from "vitest";
import { reasonFigures } from "./reason-figures.ts";

const words = {
  count: (value: string | number) => `<${value}>`,
  duration: (ms: number) => `${ms} ms`,
  clock: (at: number) => `@${at}`,
};

describe("the figures of a reason", () => {
  it("are counts for plurals and as shown, times in words", () => {
    expect(reasonFigures({ records: "12", ms: 500, topic: "orders", partition: 3 }, null, false, words)).toEqual({
      since: "none",
      least: "no",
      time: "500 ms",
      ahead: "yes",
      topic: "orders",
      partition: "3",
      records: 12,
      recordsShown: "<12>",
    });
  });

  it("tell what has come from what lies ahead", () => {
    expect(reasonFigures({ ms: 0 }, null, false, words)).toMatchObject({ ahead: "no" });
  });

  it("know since when from the samples of the reason", () => {
    expect(reasonFigures({ since: 7, sinceAtLeast: 1 }, null, false, words)).toEqual({ since: "@7", least: "yes" });
  });

  it("prefer since when the status has been so, which reaches further back", () => {
    expect(reasonFigures({ since: 7, sinceAtLeast: 1 }, new Date(3).toISOString(), false, words)).toEqual({
      since: "@3",
      least: "no",
    });
  });
});
