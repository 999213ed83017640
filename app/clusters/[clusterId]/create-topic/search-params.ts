import { createLoader, parseAsBoolean, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { presetIds } from "@/lib/settings/presets.ts";

/** createTopicParams is the form of a new topic as its link holds it: what is not there is as the preset proposes; `config=retention.ms=604800000` sets, `config=segment.ms` leaves to the cluster what the preset sets. */
export const createTopicParams = {
  name: parseAsString.withDefault(""),
  preset: parseAsStringLiteral(presetIds).withDefault("event-stream"),
  partitions: parseAsString,
  replicationFactor: parseAsString,
  config: parseAsNativeArrayOf(parseAsString),
  more: parseAsBoolean.withDefault(false),
  search: parseAsString.withDefault(""),
  open: parseAsString,
  all: parseAsBoolean.withDefault(false),
};

/** loadCreateTopicParams reads them from a page's search params. */
export const loadCreateTopicParams = createLoader(createTopicParams);
