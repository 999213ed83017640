import { describe, expect, test } from "vitest";
import { chooseLocale, isTimeZone } from "./locales.ts";

describe("chooseLocale takes the first language that the product speaks", () => {
  test.each([
    [null, "en"],
    ["", "en"],
    ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    ["de-DE,de;q=0.9,ko;q=0.4", "ko"],
    ["ko;q=0.2, en;q=0.7", "en"],
    ["ko;q=0, fr", "en"],
    ["*", "en"],
    ["garbage;;q=x", "en"],
  ] as const)("%s -> %s", (header, locale) => expect(chooseLocale(header)).toBe(locale));
});

describe("isTimeZone tells a zone that this runtime knows", () => {
  test.each([
    ["Asia/Seoul", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["", false],
    [undefined, false],
  ])("%s -> %s", (zone, known) => expect(isTimeZone(zone)).toBe(known));
});
