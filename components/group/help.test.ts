import { describe, expect, it } from "vitest";
import type { Reason } from "@/lib/api/common.ts";
import type { Group, GroupTopic } from "@/lib/api/groups.ts";
import { helpOf, mostLost, reasonsToTell } from "./help.ts";

const group = { type: "classic", lag: "10", unknown: {} } as Group;
const topic = (name: string, lost: string) => ({ topic: name, lost }) as GroupTopic;
const because = (...codes: string[]): Reason[] => codes.map((code) => ({ severity: "warn", code, values: {} }));

describe("what helps a group", () => {
  it("is to start its members and to keep records longer when it stopped and loses records", () => {
    const reasons = because("LOST_RECORDS", "STOPPED", "BEHIND");
    expect(helpOf({ group, reasons })).toEqual(["start-members", "keep-longer"]);
  });

  it("is to reset commits beyond the end before members start", () => {
    expect(helpOf({ group, reasons: because("STOPPED", "BEYOND_END") })).toEqual(["reset-offsets", "start-members"]);
  });

  it("is to watch the lag when members read", () => {
    expect(helpOf({ group, reasons: because("BEHIND") })).toEqual(["watch-lag"]);
  });

  it("is nothing once it has caught up, even with partitions that have no commit", () => {
    expect(helpOf({ group, reasons: because("NO_COMMIT", "CAUGHT_UP") })).toEqual([]);
  });

  it("is to wait for the first commit, but not of a share group, which makes none", () => {
    const uncommitted = { ...group, lag: null };
    expect(helpOf({ group: uncommitted, reasons: because("NO_COMMIT") })).toEqual(["wait-for-commit"]);
    expect(helpOf({ group: { ...uncommitted, type: "share" }, reasons: because("NO_COMMIT") })).toEqual([]);
  });

  it("is what its history adds, in order, and not to gain time for what is lost already", () => {
    expect(helpOf({ group, reasons: because("BEHIND") }, ["read-faster", "gain-time"])).toEqual([
      "gain-time",
      "read-faster",
    ]);
    expect(helpOf({ group, reasons: because("LOST_RECORDS") }, ["gain-time"])).toEqual(["keep-longer"]);
  });

  it("is to look at what could not be read when nothing is known", () => {
    const unread: Group = { ...group, lag: null, unknown: { lag: "TIMEOUT" } };
    expect(helpOf({ group: unread, reasons: [] })).toEqual(["read-again"]);
    expect(helpOf({ group: { ...group, lag: null }, reasons: [] })).toEqual([]);
  });
});

describe("reasons of a group", () => {
  it("do not say twice that records wait", () => {
    expect(reasonsToTell(because("STOPPED", "BEHIND")).map(({ code }) => code)).toEqual(["STOPPED"]);
  });

  it("name the topic that lost most", () => {
    expect(mostLost([topic("orders", "5"), topic("audit-log", "1500"), topic("returns", "0")])).toBe("audit-log");
    expect(mostLost([topic("returns", "0")])).toBeNull();
  });
});
