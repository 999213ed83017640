import { createLoader, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { BrokerListQuery, brokerSortFields } from "@/lib/api/brokers.ts";

const sorts = brokerSortFields.flatMap((field) => [field, `-${field}`] as const);

/** brokersParams are the URL's words on the page of brokers: those of `GET brokers`. */
export const brokersParams = {
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsInteger.withDefault(50),
  sort: parseAsStringLiteral(sorts).withDefault("brokerId"),
  search: parseAsString.withDefault(""),
};

/** BrokersSearch is what the URL says on the page of brokers. */
export type BrokersSearch = inferParserType<typeof brokersParams>;

/** loadBrokersParams reads it on the server. */
export const loadBrokersParams = createLoader(brokersParams);

/** toBrokerListQuery makes of it what `GET brokers` takes; what the API would refuse is the first page. */
export function toBrokerListQuery(search: BrokersSearch): BrokerListQuery {
  return BrokerListQuery.safeParse(search).data ?? BrokerListQuery.parse({});
}
