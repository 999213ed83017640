import { expect, test } from "vitest";
import type { PromSeries } from "./prometheus-client.ts";
import { gridOf } from "./prometheus-grid.ts";
import { memberEventsOf, movedGroups, stateEventsOf } from "./prometheus-group-events.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const grid = gridOf({ from: noon, to: noon + 30_000, stepMs: 10_000 });

function series(consumergroup: string, labels: Record<string, string>, values: Record<number, number>): PromSeries {
  const told = Object.entries(values).map(([index, value]): [number, string] => [
    noon / 1000 + Number(index) * 10,
    String(value),
  ]);
  return { metric: { consumergroup, ...labels }, values: told };
}

const inState = (group: string, state: string, ...points: number[]) =>
  series(group, { state }, Object.fromEntries(points.map((point) => [point, 1])));
const ofClient = (group: string, client: string, values: Record<number, number>) =>
  series(group, client === "" ? {} : { client_id: client }, values);

const states: [sentence: string, entered: PromSeries[], left: PromSeries[], told: object[]][] = [
  [
    "a state that was left for another",
    [inState("g", "Empty", 2)],
    [inState("g", "Stable", 2)],
    [{ at: noon + 20_000, code: "state", kind: "group", name: "g", values: { from: "Stable", to: "Empty" } }],
  ],
  [
    "there and back are two changes",
    [inState("g", "Empty", 1), inState("g", "Stable", 2)],
    [inState("g", "Stable", 1), inState("g", "Empty", 2)],
    [
      { at: noon + 10_000, values: { from: "Stable", to: "Empty" } },
      { at: noon + 20_000, values: { from: "Empty", to: "Stable" } },
    ],
  ],
  ["a group that came is no change", [inState("g", "Empty", 1)], [], []],
  ["nor is one that went", [], [inState("g", "Empty", 1)], []],
  ["nor what another group left", [inState("g", "Empty", 1)], [inState("h", "Stable", 1)], []],
];

test.each(states)("%s", (_, entered, left, told) => {
  expect(stateEventsOf({ entered, left }, grid)).toMatchObject(told);
  expect(stateEventsOf({ entered, left }, grid)).toHaveLength(told.length);
});

type Moved = Record<"joined" | "left" | "members", PromSeries[]>;

const moves: [sentence: string, moved: Moved, told: object[]][] = [
  [
    "a member that left, by its client",
    { joined: [], left: [ofClient("g", "w-2", { 2: 1 })], members: [series("g", {}, { 1: 2, 2: 1 })] },
    [{ left: 1, joined: 0, before: 2, now: 1, leftClients: "w-2", joinedClients: "" }],
  ],
  [
    "clients that took the place of others",
    {
      joined: [ofClient("g", "b", { 1: 2 })],
      left: [ofClient("g", "a", { 1: 1 }), ofClient("g", "", { 1: 1 })],
      members: [series("g", {}, { 0: 2, 1: 2 })],
    },
    [{ left: 2, joined: 2, before: 2, now: 2, leftClients: ", a", joinedClients: "b, b" }],
  ],
  [
    "of many only the first are named",
    { joined: [ofClient("g", "w", { 1: 8 })], left: [], members: [series("g", {}, { 0: 0, 1: 8 })] },
    [{ left: 0, joined: 8, before: 0, now: 8, leftClients: "", joinedClients: "w, w, w, w, w" }],
  ],
  ["no one moved", { joined: [], left: [], members: [] }, []],
];

test.each(moves)("%s", (_, moved, told) => {
  const events = memberEventsOf(moved, grid);
  expect(events.map(({ code, kind, name }) => [code, kind, name])).toEqual(told.map(() => ["members", "group", "g"]));
  expect(events.map(({ values }) => values)).toEqual(told);
});

test("groups that members moved in are named once", () => {
  const moved = {
    joined: [ofClient("g", "a", { 1: 1 })],
    left: [ofClient("g", "b", { 1: 1 }), ofClient("h", "c", {})],
  };
  expect(movedGroups(moved)).toEqual(["g", "h"]);
});
