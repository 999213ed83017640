import { expect, test } from "vitest";
import { type Choice, toDeleteRecords, toLocalInput, wrongOffsets } from "./delete-records-input.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const choice: Choice = { mode: "all", offsets: {}, time: "" };

test("all of them is every partition to its end", () => {
  const offsets = [0, 1, 2].map((partition) => ({ partition, offset: "-1" }));
  expect(toDeleteRecords(choice, 3, now)).toEqual({ offsets });
});

test.each([
  [{}, "chooseFirst"],
  [{ 0: "x" }, "offset"],
  [{ 0: "-1" }, "offset"],
  [{ 0: "1.5" }, "offset"],
  [
    { 1: "9007199254740993", 4: "" },
    {
      offsets: [
        { partition: 1, offset: "9007199254740993" },
        { partition: 4, offset: "-1" },
      ],
    },
  ],
])("offsets %j", (offsets, expected) => {
  expect(toDeleteRecords({ ...choice, mode: "offset", offsets: offsets }, 5, now)).toEqual(expected);
});

test("a wrong offset is known by its partition", () => {
  expect(wrongOffsets({ ...choice, mode: "offset", offsets: { 0: "1", 3: "x" } })).toEqual([3]);
});

test.each([
  ["", "invalidTime"],
  ["yesterday", "invalidTime"],
  [toLocalInput(now + 1_000), "futureTime"],
  [toLocalInput(now - 1_000), { before: "2026-11-23T11:59:59.000Z" }],
])("time %j", (time, expected) => {
  expect(toDeleteRecords({ ...choice, mode: "time", time }, 5, now)).toEqual(expected);
});
