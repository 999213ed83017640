import { expect, test } from "vitest";
import { hexDump } from "./hex-dump.ts";

test("hexDump lays bytes out in rows of 16 with what is ASCII of them", () => {
  expect(hexDump(`${"41".repeat(16)}00ff7a`)).toEqual([
    { at: "000000", hex: `${Array(8).fill("41").join(" ")}  ${Array(8).fill("41").join(" ")}`, text: "A".repeat(16) },
    { at: "000010", hex: "00 ff 7a", text: "··z" },
  ]);
  expect(hexDump("")).toEqual([]);
});
