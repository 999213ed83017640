import { describe, expect, test } from "vitest";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { findLeaving, type Leaving } from "./left-members.ts";

function members(at: number, before: number, left: string[], joined: string[] = []): HistoryEvent {
  const now = before - left.length + joined.length;
  const counts = { left: left.length, joined: joined.length, before, now };
  const names = { leftClients: left.join(", "), joinedClients: joined.join(", ") };
  return { at, code: "members", kind: "group", name: "warehouse", values: { ...counts, ...names } };
}

const state: HistoryEvent = { at: 5, code: "state", kind: "group", name: "warehouse", values: { from: "a", to: "b" } };

describe("findLeaving", () => {
  test.each<[string, HistoryEvent[], string[], Leaving]>([
    ["nothing happened", [], ["a"], { left: [], before: null }],
    ["only its state changed", [state], ["a"], { left: [], before: null }],
    [
      "two left one after another: the last one first",
      [members(10, 4, ["c"]), state, members(20, 3, ["d"])],
      ["a", "b"],
      {
        left: [
          { clientId: "d", at: 20 },
          { clientId: "c", at: 10 },
        ],
        before: { count: 3, at: 20 },
      },
    ],
    [
      "one was started again",
      [members(10, 2, ["b"]), members(20, 1, [], ["b"])],
      ["a", "b"],
      { left: [], before: null },
    ],
    ["one came back since the last sample", [members(10, 2, ["b"])], ["a", "b"], { left: [], before: null }],
    [
      "one of several of the same name left",
      [members(10, 3, ["app"])],
      ["app", "app"],
      { left: [], before: { count: 3, at: 10 } },
    ],
    [
      "all left",
      [members(10, 2, ["a", "b"])],
      [],
      {
        left: [
          { clientId: "a", at: 10 },
          { clientId: "b", at: 10 },
        ],
        before: { count: 2, at: 10 },
      },
    ],
  ])("%s", (_, events, present, leaving) => expect(findLeaving(events, present)).toEqual(leaving));
});
