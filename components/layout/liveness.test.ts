import { describe, expect, test } from "vitest";
import { oldestOf } from "./as-of.ts";
import { assessLiveness } from "./liveness.ts";

const now = 1_000_000;
const aged = (seconds: number, failed = false) => ({ asOf: now - seconds * 1000, failed });

describe("assessLiveness says what the live control shows", () => {
  test.each([
    [aged(2), 5_000, false, "live"],
    [aged(15), 5_000, false, "live"],
    [aged(16), 5_000, false, "stale"],
    [aged(9), 2_000, false, "live"],
    [aged(11), 2_000, false, "stale"],
    [aged(9, true), 5_000, false, "live"],
    [aged(11, true), 5_000, false, "stale"],
    [aged(999), 5_000, true, "paused"],
    [aged(1), null, false, "paused"],
    [null, 5_000, false, "live"],
  ] as const)("%o every %s ms, paused %s -> %s", (data, intervalMs, paused, state) =>
    expect(assessLiveness(data, now, intervalMs, paused)).toBe(state),
  );
});

test("oldestOf is the oldest of several ages, failed when one is", () => {
  expect(oldestOf([aged(2), aged(9, true), aged(4)])).toEqual(aged(9, true));
  expect(oldestOf([aged(9), aged(2, true)])).toEqual(aged(9, true));
  expect(oldestOf([])).toBeNull();
});
