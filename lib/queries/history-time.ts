import type { History } from "@/lib/api/history.ts";

/** HistoryTime is the time that a view asks for: the last `lastMs` up to now, or a fixed time (ISO) that stays as it is. */
export type HistoryTime = { lastMs: number } | { from: string; to: string };

// Readers who ask within the same five seconds ask for the same, so that one answer serves them all.
const GRID_MS = 5_000;

// However young the samples are, a chart of them is no narrower.
const SHORTEST_MS = 5 * 60_000;

/** toRange makes of it what the API takes at the moment `now` (epoch ms). */
export function toRange(time: HistoryTime, now: number): { from: string; to?: string } {
  if (!("lastMs" in time)) return { from: time.from, to: time.to };
  return { from: new Date(Math.floor((now - time.lastMs) / GRID_MS) * GRID_MS).toISOString() };
}

/** fromFirstSample lets an answer begin where sampling did, when that was later than what was asked for. */
export function fromFirstSample<T extends Pick<History, "from" | "to" | "since" | "step" | "series">>(history: T): T {
  const [from, to] = [Date.parse(history.from), Date.parse(history.to)];
  if (history.since === null) return history;
  const began = Math.min(Date.parse(history.since) - history.step, to - SHORTEST_MS);
  if (began <= from) return history;
  const series = history.series.map((line) => ({ ...line, points: line.points.filter(([at]) => at >= began) }));
  return { ...history, from: new Date(began).toISOString(), series };
}

const asAnswered = <T>(history: T): T => history;

/** shownOf gives what a view shows of an answer: all of a fixed time, of one up to now what is sampled. */
export function shownOf(time: HistoryTime): typeof fromFirstSample {
  return "lastMs" in time ? fromFirstSample : asAnswered;
}
