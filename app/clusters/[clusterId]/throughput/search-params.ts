import {
  createLoader,
  type inferParserType,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ThroughputQuery } from "@/lib/api/history.ts";
import { elements, measures, rangeMs, ranges } from "@/components/throughput/choices.ts";
import type { ThroughputAsk } from "@/lib/queries/throughput.ts";

/** throughputParams are the URL's words on the page of throughput; `from` and `to` together stand in for the range. */
export const throughputParams = {
  by: parseAsStringLiteral(elements).withDefault("topic"),
  measure: parseAsStringLiteral(measures).withDefault("records"),
  range: parseAsStringLiteral(ranges).withDefault("1h"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  topic: parseAsString,
};

/** ThroughputSearch is what the URL says on the page of throughput. */
export type ThroughputSearch = inferParserType<typeof throughputParams>;

/** loadThroughputParams reads it on the server. */
export const loadThroughputParams = createLoader(throughputParams);

/** toAsk makes of it what to ask for; a topic's name that the API would refuse is left out, and so is a time that ends before it begins. */
export function toAsk({ by, range, from, to, topic }: ThroughputSearch): ThroughputAsk {
  const name = ThroughputQuery.safeParse({ topic: topic ?? undefined }).data?.topic;
  const elementsOf = { by, ...(name ? { topic: name } : {}) };
  return from && to && from < to
    ? { ...elementsOf, from: from.toISOString(), to: to.toISOString() }
    : { ...elementsOf, lastMs: rangeMs[range] };
}
