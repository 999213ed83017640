import type { Outlook } from "@/lib/api/history.ts";
import { lastRow, sampledSince, type WaterRow } from "./waterline-rows.ts";

const LEAST_SAMPLED_MS = 10 * 60_000;
const USUAL_SHARE = 0.35;
const MOST_SHARE = 1.2;
const BEYOND = 1.25;

/** Forecast is what the rates of a partition say of its future. */
export type Forecast = Pick<Outlook, "producedPerSecond" | "consumedPerSecond" | "drain" | "loss">;

/** Meeting is where two lines meet. */
export type Meeting = { at: number; offset: number };

/** Projection is how the lines go on if rates stay: rows from now on, where the log start meets the commit, and where the commit meets the end. */
export type Projection = { rows: WaterRow[]; until: number; loss: Meeting | null; caughtUp: Meeting | null };

/** horizonMs is how far ahead to look beside `windowMs` of the past: a little beyond the first meeting that comes soon, else a third. */
export function horizonMs(windowMs: number, { drain, loss }: Pick<Forecast, "drain" | "loss">): number {
  const [least, most] = [windowMs * USUAL_SHARE, windowMs * MOST_SHARE];
  const soon = [loss, drain].flatMap((estimate) => ("ms" in estimate && estimate.ms > 0 ? [estimate.ms] : []));
  const first = soon.find((ms) => ms <= most);
  return first === undefined ? least : Math.min(most * BEYOND, Math.max(least, first * BEYOND));
}

/** isSampledEnough tells whether the rows say enough for a projection: ten minutes of them. */
export function isSampledEnough(rows: readonly WaterRow[]): boolean {
  const [now, since] = [lastRow(rows), sampledSince(rows)];
  return now !== null && since !== null && now.at - since >= LEAST_SAMPLED_MS;
}

/** projectRows carries the lines on from the newest row at the rates of the forecast; null when the rates are not known, or too little was sampled. */
export function projectRows(rows: readonly WaterRow[], windowMs: number, forecast: Forecast): Projection | null {
  const now = lastRow(rows);
  const { producedPerSecond: produced, consumedPerSecond: consumed, drain, loss } = forecast;
  if (!now || produced === null || consumed === null || !isSampledEnough(rows)) return null;
  const until = now.at + horizonMs(windowMs, forecast);
  const endAt = (at: number) => now.end + (produced * (at - now.at)) / 1_000;
  const committedAt = (at: number) => {
    const read = now.committed + (consumed * (at - now.at)) / 1_000;
    return now.committed > now.end ? now.committed : Math.min(read, endAt(at));
  };
  const meet = (estimate: Outlook["drain"], offsetAt: (at: number) => number): Meeting | null => {
    if (!("ms" in estimate) || estimate.ms <= 0) return null;
    const at = now.at + estimate.ms;
    return { at, offset: offsetAt(at) };
  };
  const [lost, caughtUp] = [meet(loss, committedAt), meet(drain, endAt)];
  const startAt = (at: number): number | null => {
    if (now.start === null) return null;
    if (lost) return now.start + ((lost.offset - now.start) * (at - now.at)) / (lost.at - now.at);
    // What is deleted stays so, also where nothing tells how fast more will be.
    const stays = now.start > now.committed || ("none" in loss && loss.none === "kept-forever");
    return stays ? now.start : null;
  };
  const corners = [now.at, lost?.at, caughtUp?.at, until].filter((at) => at !== undefined && at <= until);
  const times = [...new Set(corners)].toSorted((a, b) => a! - b!) as number[];
  const seen = (meeting: Meeting | null) => (meeting && meeting.at <= until ? meeting : null);
  return {
    rows: times.map((at) => ({ at, end: endAt(at), committed: committedAt(at), start: startAt(at) })),
    until,
    loss: seen(lost),
    caughtUp: seen(caughtUp),
  };
}
