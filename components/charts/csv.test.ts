import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("csvOf writes a row for each moment, and nothing for what is missing", () => {
  expect(
    csvOf([
      {
        name: "produced",
        points: [
          [0, 1.5],
          [1_000, null],
        ],
      },
      { name: "consumed", points: [[1_000, -2]] },
    ]),
  ).toBe("time,produced,consumed\r\n1970-01-01T00:00:00.000Z,1.5,\r\n1970-01-01T00:00:01.000Z,,-2\r\n");
});

describe("names are quoted, and never a formula", () => {
  test.each([
    ["orders", "orders"],
    ['a,"b"', '"a,""b"""'],
    ["=1+1", "'=1+1"],
    ["@x,y", '"\'@x,y"'],
  ])("%s -> %s", (name, cell) => expect(csvOf([{ name, points: [] }])).toBe(`time,${cell}\r\n`));
});
