import { describe, expect, test } from "vitest";
import { Merger } from "./merger.ts";

function add(merger: Merger<string>, partition: number, times: number[]): void {
  for (const time of times) merger.add(partition, time, `${partition}@${time}`, 1);
}

const drain = (merger: Merger<string>) => [...merger.drain(() => true)];

describe("what several partitions found comes in one order", () => {
  test("by time, as far as every partition has been read", () => {
    const merger = new Merger<string>([0, 1], "time", false, 0);
    add(merger, 0, [10, 30]);
    merger.reached(0, 30, false);
    expect(drain(merger)).toEqual([]);
    add(merger, 1, [20]);
    merger.reached(1, 25, false);
    expect(drain(merger)).toEqual(["0@10", "1@20"]);
    expect(merger.reachedMs).toBe(25);
    merger.reached(1, null, true);
    expect(drain(merger)).toEqual(["0@30"]);
  });

  test("backwards, newest first", () => {
    const merger = new Merger<string>([0, 1], "time", true, 0);
    add(merger, 0, [30, 10]);
    merger.reached(0, 10, true);
    add(merger, 1, [20]);
    merger.reached(1, 15, false);
    expect(drain(merger)).toEqual(["0@30", "1@20"]);
    merger.reached(1, null, true);
    expect(drain(merger)).toEqual(["0@10"]);
  });

  test("a partition's records keep the order of the log when their times run backwards", () => {
    const merger = new Merger<string>([0, 1], "time", false, 0);
    add(merger, 0, [10, 5, 12]);
    add(merger, 1, [11]);
    for (const partition of [0, 1]) merger.reached(partition, null, true);
    expect(drain(merger)).toEqual(["0@10", "0@5", "1@11", "0@12"]);
  });

  test("by offset, one partition after another", () => {
    const merger = new Merger<string>([1, 0], "offset", false, 0);
    add(merger, 1, [1]);
    merger.reached(1, null, true);
    expect(drain(merger)).toEqual([]);
    add(merger, 0, [2, 3]);
    expect(drain(merger)).toEqual(["0@2", "0@3"]);
    merger.reached(0, null, true);
    expect(drain(merger)).toEqual(["1@1"]);
  });
});

describe("a limit", () => {
  test("ends the order, and what does not count comes along", () => {
    const merger = new Merger<string>([0], "time", false, 2);
    add(merger, 0, [1, 2, 3, 4]);
    merger.reached(0, null, true);
    expect([...merger.drain((item) => item !== "0@2")]).toEqual(["0@1", "0@2", "0@3"]);
    expect(merger.isFull).toBe(true);
  });

  test("holds a partition that found enough, never one that others wait for", () => {
    const merger = new Merger<string>([0, 1], "time", false, 2);
    add(merger, 0, [1, 2]);
    expect([merger.isOnHold(0), merger.isOnHold(1)]).toEqual([true, false]);
    merger.reached(0, 2, false);
    merger.reached(1, 1, false);
    expect(merger.rank(1)).toBeLessThan(merger.rank(0));
  });
});
