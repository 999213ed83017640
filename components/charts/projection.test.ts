import { describe, expect, test } from "vitest";
import { type Forecast, horizonMs, isSampledEnough, projectRows } from "./projection.ts";
import type { WaterRow } from "./waterline-rows.ts";

const MINUTE = 60_000;
const rows: WaterRow[] = [0, 10, 20].map((minute) => ({
  at: minute * MINUTE,
  end: 100_000 + minute * 600,
  committed: 100_000 + minute * 300,
  start: 90_000,
}));
const none = { none: "not-falling" } as const;
const slow: Forecast = { producedPerSecond: 10, consumedPerSecond: 5, drain: none, loss: { none: "not-reached" } };

describe("horizonMs", () => {
  test.each([
    ["a third of the window when nothing meets", {}, 35],
    ["a little beyond a loss that comes soon", { loss: { ms: 80 } }, 100],
    ["a third of the window when the loss is far", { loss: { ms: 900 } }, 35],
    ["a little beyond catching up", { drain: { ms: 40 } }, 50],
    ["not less than a third", { drain: { ms: 1 } }, 35],
    ["the loss first", { loss: { ms: 100 }, drain: { ms: 40 } }, 125],
    ["nothing of a loss that has happened", { loss: { ms: 0 } }, 35],
  ])("is %s", (_, change, expected) => {
    expect(horizonMs(100, { ...slow, ...change })).toBe(expected);
  });
});

describe("projectRows", () => {
  test("carries end and commit on at their rates, and no log start that cannot be told", () => {
    const projection = projectRows(rows, 20 * MINUTE, slow)!;
    expect(projection.rows).toEqual([
      { at: 20 * MINUTE, end: 112_000, committed: 106_000, start: null },
      { at: 27 * MINUTE, end: 116_200, committed: 108_100, start: null },
    ]);
    expect([projection.loss, projection.caughtUp]).toEqual([null, null]);
  });

  test("lets the log start meet the commit when the loss says so, and go on beyond it", () => {
    const { rows: ahead, loss } = projectRows(rows, 20 * MINUTE, { ...slow, loss: { ms: 20 * MINUTE } })!;
    expect(loss).toEqual({ at: 40 * MINUTE, offset: 112_000 });
    expect(ahead.map(({ at }) => at / MINUTE)).toEqual([20, 40, 45]);
    expect(ahead[1]!.start).toBe(ahead[1]!.committed);
    expect(ahead[2]!.start).toBeGreaterThan(ahead[2]!.committed!);
  });

  test("does not say a loss beyond its end, but draws the way there", () => {
    const { rows: ahead, loss } = projectRows(rows, 20 * MINUTE, { ...slow, loss: { ms: 2_000 * MINUTE } })!;
    expect(loss).toBeNull();
    expect(ahead.at(-1)!.start).toBeGreaterThan(90_000);
  });

  test("keeps the commit at the end once it is caught up", () => {
    const fast = { ...slow, consumedPerSecond: 20, drain: { ms: 10 * MINUTE } };
    const { rows: ahead, caughtUp } = projectRows(rows, 20 * MINUTE, fast)!;
    expect(caughtUp).toEqual({ at: 30 * MINUTE, offset: 118_000 });
    expect(ahead.at(-1)!.committed).toBe(ahead.at(-1)!.end);
  });

  test("leaves a log start that is kept for ever where it is", () => {
    const { rows: ahead } = projectRows(rows, 20 * MINUTE, { ...slow, loss: { none: "kept-forever" } })!;
    expect(ahead.map(({ start }) => start)).toEqual([90_000, 90_000]);
  });

  test("does not bring back what was deleted unread", () => {
    const deleted = rows.map((row) => ({ ...row, start: 110_000 }));
    const { rows: ahead } = projectRows(deleted, 20 * MINUTE, { ...slow, loss: { ms: 0 } })!;
    expect(ahead.map(({ start }) => start)).toEqual([110_000, 110_000]);
  });

  test("is none without rates, without a newest row, or with less than ten minutes of samples", () => {
    expect(projectRows(rows, 20 * MINUTE, { ...slow, consumedPerSecond: null })).toBeNull();
    expect(projectRows([], 20 * MINUTE, slow)).toBeNull();
    expect(projectRows(rows.slice(1), 20 * MINUTE, slow)).not.toBeNull();
    expect(projectRows(rows.slice(2), 20 * MINUTE, slow)).toBeNull();
    expect(isSampledEnough(rows.slice(2))).toBe(false);
  });
});
