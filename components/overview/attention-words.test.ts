import { describe, expect, it } from "vitest";
import { formatCount, formatDuration, formatShare } from "@/lib/format.ts";
import { attentionFigures, attentionKey, attentionLink } from "./attention-words.ts";

const words = {
  count: (value: string | number) => formatCount(value, "en"),
  share: formatShare,
  duration: (ms: number) => formatDuration(ms, "en"),
};

describe("a finding of the overview", () => {
  it("links to where it is mended", () => {
    expect(attentionLink("demo", { kind: "group", name: "a/b", code: "GROUP_STOPPED" })).toEqual({
      label: "openGroup",
      href: "/clusters/demo/groups/a%2Fb",
    });
    expect(attentionLink("demo", { kind: "broker", name: "2", code: "BROKER_DOWN" }).href).toBe(
      "/clusters/demo/brokers/2",
    );
    expect(attentionLink("demo", { kind: "cluster", name: "", code: "NO_CONTROLLER" }).label).toBe("openBrokers");
  });

  it("that folds many topics into one links to those topics", () => {
    const folded = { kind: "cluster", name: "", code: "UNDER_REPLICATED" } as const;
    expect(attentionKey(folded)).toBe("TOPICS_UNDER_REPLICATED");
    expect(attentionLink("demo", folded).href).toBe("/clusters/demo/topics?underReplicated=true");
  });

  it("has figures for plurals and to show, also beyond what a number holds exactly", () => {
    const figures = attentionFigures({ name: "mailer", values: { records: "9007199254740993" } }, words);
    expect(figures).toMatchObject({ name: "mailer", recordsShown: "9,007T" });
  });

  it("says times ahead and behind in words", () => {
    const values = { ms: 7_560_000, lagMs: 126_000, topic: "clicks", partition: 11, records: "5" };
    expect(attentionFigures({ name: "g", values }, words)).toMatchObject({
      time: formatDuration(7_560_000, "en"),
      behind: formatDuration(126_000, "en"),
      topic: "clicks",
      partition: "11",
    });
  });

  it("says a share in percent and a ratio to the mean with one decimal", () => {
    const figures = attentionFigures(
      { name: "clicks", values: { partition: 11, share: 0.31, timesMean: 7.44 } },
      words,
    );
    expect(figures).toEqual({ name: "clicks", behind: "none", partition: "11", share: "31%", times: "7.4" });
  });
});
