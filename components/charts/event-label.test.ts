import { expect, test } from "vitest";
import { fitLabel } from "./event-label.ts";

test.each([
  ["fits", "12:06 mailer: now Stable", 0, 400, "12:06 mailer: now Stable"],
  ["fits with what it stands for", "12:06 mailer: now Stable", 2, 400, "12:06 mailer: now Stable +2"],
  ["is cut to the room", "12:06 mailer: now Stable", 0, 100, "12:06 mailer: n…"],
  ["is cut for the count as well", "12:06 mailer: now Stable", 2, 100, "12:06 mailer… +2"],
  ["is cut at its longest, however much room there is", "x".repeat(60), 0, 2_000, `${"x".repeat(39)}…`],
  ["counts wide letters as wide", "12:06 그룹 상태가 안정됨", 0, 100, "12:06 그룹 상태…"],
  ["does not show a stump", "12:06 mailer: now Stable", 0, 40, ""],
  ["needs room", "12:06", 0, -8, ""],
])("a label that %s", (_, words, more, room, label) => {
  expect(fitLabel(words, more, room)).toBe(label);
});
