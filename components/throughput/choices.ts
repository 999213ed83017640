const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** elements are what throughput can be divided by. */
export const elements = ["topic", "group", "broker"] as const;

/** Element is one of them. */
export type Element = (typeof elements)[number];

/** measures are what throughput can be counted in. */
export const measures = ["records", "bytes"] as const;

/** MeasureChoice is one of them. */
export type MeasureChoice = (typeof measures)[number];

/** rangeMs is how long each range lasts. */
export const rangeMs = {
  "15m": 15 * MINUTE,
  "1h": HOUR,
  "6h": 6 * HOUR,
  "24h": DAY,
  "2d": 2 * DAY,
  "7d": 7 * DAY,
  "30d": 30 * DAY,
} as const;

/** RangeChoice is how far back the page looks. */
export type RangeChoice = keyof typeof rangeMs;

/** ranges are those choices, the shortest first. */
export const ranges = ["15m", "1h", "6h", "24h", "2d", "7d", "30d"] as const satisfies readonly RangeChoice[];
