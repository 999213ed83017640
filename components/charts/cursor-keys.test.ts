import { describe, expect, test } from "vitest";
import { cursorMove } from "./cursor-keys.ts";

describe("cursorMove decides what a key does to the cursor", () => {
  test.each([
    ["ArrowLeft", false, -1, { go: 9 }],
    ["ArrowLeft", false, 4, { go: 3 }],
    ["ArrowRight", false, 9, { go: 9 }],
    ["ArrowRight", true, 4, { select: 5 }],
    ["PageUp", false, 4, { go: 0 }],
    ["Home", false, 4, { go: 0 }],
    ["End", true, 4, { select: 9 }],
    ["Enter", false, 4, "enter"],
    ["Escape", false, 4, "leave"],
    ["Tab", false, 4, null],
    ["x", false, 4, null],
  ] as const)("%s, shift %s, at %d", (key, shift, index, move) =>
    expect(cursorMove(key, shift, index, 10)).toEqual(move),
  );

  test("without points there is nowhere to go", () => expect(cursorMove("ArrowLeft", false, -1, 0)).toBeNull());
});
