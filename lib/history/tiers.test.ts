import { describe, expect, test } from "vitest";
import { parseTiers } from "./tiers.ts";

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

test("the usual tiers: 10 s for 2 h, 1 min for 2 days, 15 min for 30 days", () => {
  expect(parseTiers("10s:2h,1m:2d,15m:30d")).toEqual([
    { stepMs: 10 * second, keepMs: 2 * hour, chunkMs: minute },
    { stepMs: minute, keepMs: 2 * day, chunkMs: hour },
    { stepMs: 15 * minute, keepMs: 30 * day, chunkMs: day },
  ]);
});

test("one tier is enough", () => {
  expect(parseTiers("5s:1d")).toEqual([{ stepMs: 5 * second, keepMs: day, chunkMs: minute }]);
});

describe("refused, with what is wrong", () => {
  const cases: [text: string, message: string][] = [
    ["", "no tier"],
    ["10s", "no tier"],
    ["10s:2h:3d", "no tier"],
    ["ten:2h", "no duration"],
    ["0s:2h", "no duration"],
    ["2m:2h", "at least once a minute"],
    ["10s:5m", "at least 10 minutes"],
    ["10s:2h,90s:2d", "whole minutes"],
    ["7s:2h,1m:2d", "multiple"],
    ["10s:2h,1m:1h", "kept for longer"],
    ["10s:2h,2h:2d", "at least two steps"],
  ];

  test.each(cases)("%s", (text, message) => expect(() => parseTiers(text)).toThrow(message));
});
