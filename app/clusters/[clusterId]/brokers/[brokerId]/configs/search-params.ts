import { createLoader, type inferParserType, parseAsBoolean, parseAsInteger, parseAsString } from "nuqs/server";
import { ConfigListQuery } from "@/lib/api/configs.ts";

/** brokerConfigsParams are the URL's words on a broker's configuration: those of `GET brokers/{id}/configs`, and the setting that is open. */
export const brokerConfigsParams = {
  search: parseAsString.withDefault(""),
  overridden: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  setting: parseAsString,
};

/** BrokerConfigsSearch is what the URL says on a broker's configuration. */
export type BrokerConfigsSearch = inferParserType<typeof brokerConfigsParams>;

/** loadBrokerConfigsParams reads it on the server. */
export const loadBrokerConfigsParams = createLoader(brokerConfigsParams);

/** toConfigListQuery makes of it what the API takes; what the API would refuse is the whole list. */
export function toConfigListQuery({ search, overridden, page }: Omit<BrokerConfigsSearch, "setting">): ConfigListQuery {
  const asked = ConfigListQuery.safeParse({ search, page, overridden: overridden ? "true" : undefined });
  return asked.data ?? ConfigListQuery.parse({});
}
