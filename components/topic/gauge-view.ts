import { parseAsStringLiteral } from "nuqs/server";

/** gaugeViews are what a topic's partitions can be compared by. */
export const gaugeViews = ["records", "size", "leader"] as const;

/** GaugeView is one of them. */
export type GaugeView = (typeof gaugeViews)[number];

/** gaugeParam is the URL's `by`. */
export const gaugeParam = parseAsStringLiteral(gaugeViews).withDefault("records");
