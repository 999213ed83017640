import { parseAsIsoDateTime, parseAsStringLiteral } from "nuqs/server";
import type { HistoryTime } from "@/lib/queries/history-time.ts";
import { type RangeChoice, rangeMs, ranges } from "@/components/throughput/choices.ts";

/** rangeParams are the URL's words of the time that charts show; `from` and `to` together stand in for the range. */
export const rangeParams = {
  range: parseAsStringLiteral(ranges).withDefault("1h"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

/** RangeSearch is what a URL says of that time. */
export type RangeSearch = { range: RangeChoice; from: Date | null; to: Date | null };

/** toTimeAsk makes of a URL's words what to ask for; a time that ends before it begins is left out. */
export function toTimeAsk({ range, from, to }: RangeSearch): HistoryTime {
  return from && to && from < to ? { from: from.toISOString(), to: to.toISOString() } : { lastMs: rangeMs[range] };
}
