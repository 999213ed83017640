import { describe, expect, test } from "vitest";
import { lineCutter } from "./file-lines.ts";

function cut(pieces: string[], csv: boolean): [number, string][] {
  const take = lineCutter(csv);
  return [...pieces.flatMap((piece) => take(piece)), ...take()].map(({ line, text }) => [line, text]);
}

describe("cutting a file into its records", () => {
  const cases: [sentence: string, pieces: string[], csv: boolean, lines: [number, string][]][] = [
    ["nothing", [""], false, []],
    [
      "the last line needs no line feed",
      ["a\nb"],
      false,
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
    [
      "a line over two pieces",
      ["a\nb", "c\nd"],
      false,
      [
        [1, "a"],
        [2, "bc"],
        [3, "d"],
      ],
    ],
    [
      "empty lines count, but are no records",
      ["a\n\n\nb\n"],
      false,
      [
        [1, "a"],
        [4, "b"],
      ],
    ],
    [
      "a carriage return is no part of it",
      ["a\r\nb\r\n"],
      false,
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
    [
      "quotes mean nothing in NDJSON",
      ['"a\nb"'],
      false,
      [
        [1, '"a'],
        [2, 'b"'],
      ],
    ],
    [
      "a line feed in quotes is part of a CSV field",
      ['k,v\n1,"a\nb"\n2,c'],
      true,
      [
        [1, "k,v"],
        [2, '1,"a\nb"'],
        [4, "2,c"],
      ],
    ],
    [
      "quotes over two pieces",
      ['1,"a', '\nb"\n2,c'],
      true,
      [
        [1, '1,"a\nb"'],
        [3, "2,c"],
      ],
    ],
    [
      "doubled quotes are part of the field",
      ['1,"a""\nb"\n2,c'],
      true,
      [
        [1, '1,"a""\nb"'],
        [3, "2,c"],
      ],
    ],
  ];
  test.each(cases)("%s", (_, pieces, csv, lines) => expect(cut(pieces, csv)).toEqual(lines));
});
