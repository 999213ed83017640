import { parseAsIsoDateTime, parseAsStringLiteral } from "nuqs/server";
import { type RangeChoice, rangeMs, ranges } from "@/components/throughput/choices.ts";

/** rangeParams are the URL's words of the time that charts show; `from` and `to` together stand in for the range. */
export const rangeParams = {
  range: parseAsStringLiteral(ranges).withDefault("1h"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

/** RangeSearch is what a URL says of that time. */
export type RangeSearch = { range: RangeChoice; from: Date | null; to: Date | null };

/** TimeAsk is that time as a query asks for it: the last `lastMs` up to now, or a fixed time (ISO). */
export type TimeAsk = { lastMs: number } | { from: string; to: string };

/** toTimeAsk makes of a URL's words what to ask for; a time that ends before it begins is left out. */
export function toTimeAsk({ range, from, to }: RangeSearch): TimeAsk {
  return from && to && from < to ? { from: from.toISOString(), to: to.toISOString() } : { lastMs: rangeMs[range] };
}
