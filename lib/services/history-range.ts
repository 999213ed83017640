import "server-only";
import type { Span } from "../history/store.ts";
import { InputError } from "./input-error.ts";

const hourMs = 3_600_000;
const wantedPoints = 240;
const mostPoints = 10_000;

// Steps that a person counts in: a chart's grid falls on whole minutes and hours.
const niceSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400].map(
  (seconds) => seconds * 1000,
);

/** Asked is the time range of a query string. */
export type Asked = { from?: string | undefined; to?: string | undefined; step?: number | undefined };

function refuse(path: string, message: string): never {
  throw new InputError(message, [{ path, message }]);
}

/** spanOf makes a span of what was asked: the last hour unless `from` says otherwise, and a step that gives about 240 points but is no finer than the sampling. Throws InputError that names `from`, `to` or `step`. */
export function spanOf({ from, to, step }: Asked, everyMs: number, now: number): Span {
  const end = to === undefined ? now : Date.parse(to);
  const begin = from === undefined ? end - hourMs : Date.parse(from);
  if (begin >= end) refuse(from === undefined ? "to" : "from", "A range begins before it ends.");
  if (begin > now) refuse("from", "There is no history of what is still to come.");
  const wanted = step ?? Math.max(everyMs, (end - begin) / wantedPoints);
  const stepMs = step ?? niceSteps.find((nice) => nice >= wanted && nice % everyMs === 0) ?? niceSteps.at(-1)!;
  if (stepMs < everyMs) refuse("step", `Samples are ${everyMs / 1000} s apart: no step can be finer.`);
  if ((end - begin) / stepMs > mostPoints) refuse("step", `That would be more than ${mostPoints} points.`);
  return { from: begin, to: Math.min(end, now), stepMs };
}
