import { expect, test, vi } from "vitest";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { GroupListing } from "./cluster-reads.ts";
import { describeOthers } from "./describe-others.ts";

type States = Record<string, string | null | [state: string, type: string]>;

function listingOf(states: States): GroupListing {
  const groups = Object.entries(states).map(([groupId, told]) => {
    const [state, type] = Array.isArray(told) ? told : [told, "classic"];
    return { groupId, coordinator: 1, protocolType: "consumer", state, type };
  });
  return { groups: new Map(groups.map((group) => [group.groupId, group])), at: 1, keptFrom: new Map(), silent: [] };
}

const empty: DescribedOrError = { state: "Empty", protocol: null, members: [] };
const stable: DescribedOrError = { state: "Stable", protocol: "range", members: [] };

type Row = [sentence: string, last: States | null, now: States, asked: string[][]];

const rows: Row[] = [
  ["an empty group is not described", { a: "Empty" }, { a: "Empty" }, []],
  ["another one is, at once", { a: "Stable", b: "Empty" }, { a: "Stable", b: "Empty" }, [["a"]]],
  ["one that is empty no more is, once that is known", { a: "Empty" }, { a: "Stable" }, [["a"]]],
  ["one that became empty was described already", { a: "Stable" }, { a: "Empty" }, [["a"]]],
  [
    "one of a newer protocol is, for its assignor",
    null,
    { a: ["Empty", "consumer"], b: ["Empty", "Share"] },
    [["a", "b"]],
  ],
  ["one whose state nobody told is", null, { a: null }, [["a"]]],
  ["before the first list the new one is waited for", null, { a: "Stable", b: "Empty" }, [["a"]]],
  ["one that is not listed any more is asked for where it was", { a: "Empty" }, {}, [["a"]]],
];

test.each(rows)("%s", async (_, last, now, asked) => {
  const describe = vi.fn(async (ids: string[]) => new Map(ids.map((id) => [id, stable])));
  const all = [...new Set([...Object.keys(last ?? {}), ...Object.keys(now)])];
  const listing = Promise.resolve({ value: listingOf(now), at: 1, error: null });
  const found = await describeOthers(all, { last: last && listingOf(last), listing, describe });
  expect(describe.mock.calls).toEqual(asked.map((ids) => [ids]));
  expect(found).toEqual(new Map(all.map((id) => [id, asked.flat().includes(id) ? stable : empty])));
});

test("a list that could not be read anew tells nothing", async () => {
  const describe = vi.fn(async (ids: string[]) => new Map(ids.map((id) => [id, stable])));
  const listing = Promise.resolve({ value: listingOf({ a: "Empty" }), at: 1, error: new Error("silent") });
  expect(await describeOthers(["a"], { last: null, listing, describe })).toEqual(new Map([["a", stable]]));
});

test("when all others are silent, what is listed is still told; when nothing is, the failure", async () => {
  const describe = async () => Promise.reject(new Error("silent"));
  const listing = async (states: States) => ({ value: listingOf(states), at: 1, error: null });
  const some = describeOthers(["a", "b"], { last: null, listing: listing({ a: "Empty", b: "Stable" }), describe });
  expect(await some).toEqual(new Map([["a", empty]]));
  await expect(describeOthers(["b"], { last: null, listing: listing({ b: "Stable" }), describe })).rejects.toThrow(
    "silent",
  );
});
