import { expect, test } from "vitest";
import { parsePartitions, writePartitions } from "./partition-list.ts";

test.each([
  ["", []],
  ["0, 2, 5-9", [0, 2, 5, 6, 7, 8, 9]],
  ["3 1 3", [1, 3]],
  ["5-4", null],
  ["12", null],
  ["a", null],
])("parsePartitions reads %j of 12", (text, partitions) => expect(parsePartitions(text, 12)).toEqual(partitions));

test.each([
  [[], ""],
  [[0, 2, 5, 6, 7], "0, 2, 5-7"],
  [[0, 1, 2], "0-2"],
])("writePartitions writes %j", (partitions, text) => expect(writePartitions(partitions)).toBe(text));
