import { parseAsStringLiteral } from "nuqs/server";

/** gaugeViews are what a topic's partitions can be compared by. */
export const gaugeViews = ["writes", "records", "size", "leader"] as const;

/** GaugeView is one of them. */
export type GaugeView = (typeof gaugeViews)[number];

/** gaugeParam is the URL's `by`; without it writes, or records where no history is kept. */
export const gaugeParam = parseAsStringLiteral(gaugeViews);

/** gaugeViewOf is what is compared: what the URL says, if it can be. */
export function gaugeViewOf(asked: GaugeView | null, sampled: boolean): GaugeView {
  if (sampled) return asked ?? "writes";
  return asked === null || asked === "writes" ? "records" : asked;
}
