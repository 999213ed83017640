import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { rangeParams } from "@/components/charts/range-params.ts";

/** waterViews are what the chart of a group can show: offsets, records behind, time behind. */
export const waterViews = ["offsets", "lag", "behind"] as const;

/** WaterViewChoice is one of them. */
export type WaterViewChoice = (typeof waterViews)[number];

/** historyParams are the URL's words of a group's charts: their time, of which partition (`worst`, `sum` or topic:partition), and what of it. */
export const historyParams = {
  ...rangeParams,
  of: parseAsString.withDefault("worst"),
  show: parseAsStringLiteral(waterViews).withDefault("offsets"),
};

/** HistorySearch is what the URL says of a group's charts. */
export type HistorySearch = inferParserType<typeof historyParams>;

/** loadHistoryParams reads it on the server. */
export const loadHistoryParams = createLoader(historyParams);
