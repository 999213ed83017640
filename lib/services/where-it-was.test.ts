import { expect, test } from "vitest";
import type { GroupListing } from "./cluster-reads.ts";
import { areListedAlike, haveSameLeaders } from "./where-it-was.ts";

type Places = Record<string, [coordinator: number, type: string | null]>;

function listingOf(places: Places): GroupListing {
  const groups = Object.entries(places).map(([groupId, [coordinator, type]]) => ({
    groupId,
    coordinator,
    type,
    protocolType: "consumer",
    state: "Stable",
  }));
  return { groups: new Map(groups.map((group) => [group.groupId, group])), at: 1, keptFrom: new Map(), silent: [] };
}

const listings: [sentence: string, before: Places, now: Places, alike: boolean][] = [
  ["no groups", {}, {}, true],
  ["the same, in another order", { a: [1, "classic"], b: [2, null] }, { b: [2, null], a: [1, "classic"] }, true],
  ["one moved to another coordinator", { a: [1, "classic"] }, { a: [2, "classic"] }, false],
  ["one is of another type now", { a: [1, "classic"] }, { a: [1, "consumer"] }, false],
  ["a new one", { a: [1, null] }, { a: [1, null], b: [1, null] }, false],
  ["one is gone", { a: [1, null], b: [1, null] }, { a: [1, null] }, false],
  ["one took the place of another", { a: [1, null] }, { b: [1, null] }, false],
];

test.each(listings)("lists of groups: %s", (_, before, now, alike) => {
  expect(areListedAlike(listingOf(before), listingOf(now))).toBe(alike);
});

type Leaders = [name: string, leaders: (number | null)[]][];

function topicsOf(leaders: Leaders) {
  return leaders.map(([name, ofPartitions]) => ({
    name,
    internal: false,
    error: null,
    partitions: ofPartitions.map((leader, partition) => ({
      partition,
      leader,
      replicas: [1],
      isr: [1],
      offlineReplicas: [],
    })),
  }));
}

const topics: [sentence: string, before: Leaders, now: Leaders, same: boolean][] = [
  ["no topics", [], [], true],
  ["the same", [["a", [1, 2]]], [["a", [1, 2]]], true],
  ["a leader that moved", [["a", [1, 2]]], [["a", [1, 3]]], false],
  ["a leader that is gone", [["a", [1]]], [["a", [null]]], false],
  ["none before, none now", [["a", [null]]], [["a", [null]]], true],
  ["a partition more", [["a", [1]]], [["a", [1, 1]]], false],
  [
    "a topic that is gone",
    [
      ["a", [1]],
      ["b", [1]],
    ],
    [["a", [1]]],
    false,
  ],
  ["another topic", [["a", [1]]], [["b", [1]]], false],
];

test.each(topics)("leaders: %s", (_, before, now, same) => {
  expect(haveSameLeaders(topicsOf(before), topicsOf(now))).toBe(same);
});
