import { describe, expect, test } from "vitest";
import { shortcutOf } from "./shortcut-of.ts";

const press = (key: string, held: "ctrlKey" | "metaKey" | "altKey" | null = null) => ({
  key,
  ctrlKey: held === "ctrlKey",
  metaKey: held === "metaKey",
  altKey: held === "altKey",
});

describe("shortcutOf decides what a key asks for", () => {
  test.each([
    [press("k", "ctrlKey"), "palette"],
    [press("K", "metaKey"), "palette"],
    [press("/"), "search"],
    [press("?"), "help"],
    [press("g"), "go"],
    [press("x"), null],
    [press("p", "ctrlKey"), null],
  ])("%o -> %s", (key, shortcut) => expect(shortcutOf(key, false, false)).toBe(shortcut));

  test("after g the next key names a page, g itself too", () => {
    expect(shortcutOf(press("t"), false, true)).toEqual({ go: "t" });
    expect(shortcutOf(press("g"), false, true)).toEqual({ go: "g" });
  });

  test("while typing only the palette opens", () => {
    expect(shortcutOf(press("?"), true, false)).toBeNull();
    expect(shortcutOf(press("t"), true, true)).toBeNull();
    expect(shortcutOf(press("k", "ctrlKey"), true, false)).toBe("palette");
  });
});
