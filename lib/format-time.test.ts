import { describe, expect, test } from "vitest";
import { formatTime, formatTimestamp, zoneName } from "./format-time.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const at = Date.parse("2026-11-23T13:28:04.117Z");

describe("formatTimestamp is a whole moment in a zone", () => {
  test.each([
    ["UTC", "2026-11-23 13:28:04.117"],
    ["Europe/Berlin", "2026-11-23 14:28:04.117"],
    ["Asia/Seoul", "2026-11-23 22:28:04.117"],
  ])("%s -> %s", (zone, text) => expect(formatTimestamp(at, zone)).toBe(text));

  test("midnight is 00, not 24", () =>
    expect(formatTimestamp(Date.parse("2026-11-23T00:00:00Z"), "UTC")).toBe("2026-11-23 00:00:00.000"));
});

describe("formatTime is as short as it can be told", () => {
  const now = Date.parse("2026-11-23T20:00:00Z");
  test.each([
    ["2026-11-23T14:31:49.697Z", "14:31:49", "14:31:49"],
    ["2026-11-21T10:12:00Z", "Sat 10:12", "토 10:12"],
    ["2026-11-14T10:12:00Z", "2026-11-14", "2026-11-14"],
    ["2026-11-24T10:12:00Z", "Tue 10:12", "화 10:12"],
  ])("%s -> %s, %s", (iso, en, ko) => {
    expect(plain(formatTime(Date.parse(iso), now, "en", "UTC"))).toBe(en);
    expect(plain(formatTime(Date.parse(iso), now, "ko", "UTC"))).toBe(ko);
  });

  test("today is the reader's today", () => {
    const evening = Date.parse("2026-11-22T23:30:00Z");
    const noon = Date.parse("2026-11-23T03:00:00Z");
    expect(formatTime(evening, noon, "en", "Asia/Seoul")).toBe("08:30:00");
    expect(plain(formatTime(evening, noon, "en", "UTC"))).toBe("Sun 23:30");
  });
});

describe("zoneName is the city of a zone", () => {
  test.each([
    ["Europe/Berlin", "Berlin"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires"],
    ["UTC", "UTC"],
  ])("%s -> %s", (zone, name) => expect(zoneName(zone)).toBe(name));
});
