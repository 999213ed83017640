import { expect, test } from "vitest";
import type { Outlook } from "@/lib/api/history.ts";
import { waterView } from "./water-view.ts";

const MINUTE = 60_000;
const rows = [0, 10, 20].map((minute) => ({
  at: minute * MINUTE,
  end: 1_000_000 + minute * 60,
  committed: 1_000_000 + minute * 30,
  start: 0,
}));
const span = { from: 0, to: 20 * MINUTE, step: 10 * MINUTE };
const outlook: Outlook = {
  lag: "600",
  lagMs: 10 * MINUTE,
  lagMsAtLeast: false,
  producedPerSecond: 1,
  consumedPerSecond: 0.5,
  lagPerSecond: 0.5,
  drain: { none: "not-falling" },
  loss: { none: "kept-forever" },
  samples: 30,
  spanMs: 300_000,
};

test("waterView looks ahead of now, and leaves a far log start below the axis", () => {
  const view = waterView(rows, span, outlook);
  expect(view.span.to).toBe(27 * MINUTE);
  expect(view.axis).toMatchObject({ startBelow: true });
  expect(view.now?.at).toBe(20 * MINUTE);
  expect(view.level).toMatchObject({ from: 10 * MINUTE, cut: false });
});

test("waterView shows the log start when it meets the commit soon", () => {
  expect(waterView(rows, span, { ...outlook, loss: { ms: 10 * MINUTE } }).axis).toMatchObject({ low: 0 });
});

test("waterView of a time that ended has no now", () => {
  expect(waterView(rows, span, null)).toMatchObject({ projection: null, now: null, level: null, span });
});
