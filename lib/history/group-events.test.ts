import { expect, test } from "vitest";
import { groupEvents } from "./group-events.ts";
import { roundOf, type Told } from "./testing.ts";

const round = (at: number, told: Partial<Told>) => roundOf(at, { topics: {}, ...told });
const event = (code: string, values: object) => ({ at: 20, code, kind: "group", name: "g", values });

const rows: [sentence: string, before: Partial<Told>, now: Partial<Told>, told: object[]][] = [
  [
    "a member that is gone has left, with the client's name",
    { members: { g: { "w-1-x": "w-1", "w-2-x": "w-2" } } },
    { members: { g: { "w-1-x": "w-1" } } },
    [event("members", { left: 1, joined: 0, before: 2, now: 1, leftClients: "w-2", joinedClients: "" })],
  ],
  [
    "a client that was started anew left and joined",
    { members: { g: { "w-1-x": "w-1" } } },
    { members: { g: { "w-1-y": "w-1" } } },
    [event("members", { left: 1, joined: 1, before: 1, now: 1, leftClients: "w-1", joinedClients: "w-1" })],
  ],
  [
    "the last member to leave also empties the group",
    { members: { g: { a: "w" } }, states: { g: "Stable" } },
    { members: { g: {} }, states: { g: "Empty" } },
    [
      event("members", { left: 1, joined: 0, before: 1, now: 0, leftClients: "w", joinedClients: "" }),
      event("state", { from: "Stable", to: "Empty" }),
    ],
  ],
  [
    "of many only the first are named",
    { members: { g: {} } },
    { members: { g: Object.fromEntries("hgfedcba".split("").map((name) => [name, name])) } },
    [event("members", { left: 0, joined: 8, before: 0, now: 8, leftClients: "", joinedClients: "a, b, c, d, e" })],
  ],
  ["a state that nobody told is no change", { states: { g: "Stable" } }, { states: { g: "Unknown" } }, []],
  ["the same members are no event", { members: { g: { a: "w" } } }, { members: { g: { a: "w" } } }, []],
  ["a group that was not known before has no event", {}, { members: { g: { a: "w" } }, states: { g: "Stable" } }, []],
  ["a group whose members could not be read has none", { members: { g: { a: "w" } } }, {}, []],
];

test.each(rows)("%s", (_, before, now, told) => {
  expect(groupEvents(round(20, now), round(10, before))).toEqual(told);
});

test("before the first round there is nothing to compare", () => {
  expect(groupEvents(round(20, { states: { g: "Stable" } }), null)).toEqual([]);
});
