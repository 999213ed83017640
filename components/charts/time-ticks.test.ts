import { describe, expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

const labels = (from: string, to: string, zone = "UTC") =>
  timeTicks({ from: Date.parse(from), to: Date.parse(to), step: 1_000 }, "en", zone).map(({ label }) => label);

describe("timeTicks are round times of the reader's zone", () => {
  test.each([
    ["2026-11-23T13:31:49Z", "2026-11-23T14:31:49Z", "UTC", "13:40 13:50 14:00 14:10 14:20 14:30"],
    ["2026-11-23T08:31:49Z", "2026-11-23T14:31:49Z", "UTC", "09:00 10:00 11:00 12:00 13:00 14:00"],
    ["2026-11-23T14:31:40Z", "2026-11-23T14:32:00Z", "UTC", "14:31:40 14:31:45 14:31:50 14:31:55 14:32:00"],
    ["2026-11-22T14:31:49Z", "2026-11-23T14:31:49Z", "UTC", "18:00 Mon 06:00 12:00"],
    ["2026-11-16T14:31:49Z", "2026-11-23T14:31:49Z", "UTC", "Tue Wed Thu Fri Sat Sun Mon"],
    ["2026-10-25T00:00:00Z", "2026-11-23T14:31:49Z", "UTC", "10-29 11-03 11-08 11-13 11-18 11-23"],
    ["2026-11-23T08:31:49Z", "2026-11-23T14:31:49Z", "Asia/Kolkata", "15:00 16:00 17:00 18:00 19:00 20:00"],
  ])("%s to %s in %s", (from, to, zone, expected) => expect(labels(from, to, zone).join(" ")).toBe(expected));

  test("stay on the hour when the clock changes", () => {
    expect(labels("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", "Europe/Berlin")).toEqual([
      "18:00",
      "Sun",
      "06:00",
      "12:00",
    ]);
  });
});
