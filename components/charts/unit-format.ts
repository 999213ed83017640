import type { SeriesUnit } from "@/lib/api/history.ts";
import type { Format } from "@/components/ui/use-format.ts";
import { tickLabel } from "./value-ticks.ts";

/** UnitFormat writes the values of one unit: on an axis, in a legend, to the last digit in a tooltip or table, and as a difference, short or to the last digit. */
export type UnitFormat = {
  tick: (value: number) => string;
  short: (value: number) => string;
  exact: (value: number) => string;
  change: (value: number) => string;
  exactChange: (value: number) => string;
};

/** unitFormat is how values of a unit are written. */
export function unitFormat(unit: SeriesUnit, format: Format): UnitFormat {
  const whole = (value: number) => (Math.abs(value) < 9.95 ? format.rate(value) : format.exact(Math.round(value)));
  const minus = (value: number) => (value < 0 ? "\u2212" : "+");
  const kinds = {
    "records/s": {
      short: (value: number) => `${format.rate(value)}/s`,
      exact: (value: number) => `${whole(value)}/s`,
      change: format.change,
    },
    "bytes/s": {
      short: format.byteRate,
      exact: format.byteRate,
      change: (value: number) => minus(value) + format.byteRate(Math.abs(value)),
    },
    ms: {
      short: format.duration,
      exact: format.duration,
      change: (value: number) => minus(value) + format.duration(Math.abs(value)),
    },
    records: {
      short: (value: number) => format.count(Math.round(value)),
      exact: whole,
      change: (value: number) => minus(value) + whole(Math.abs(value)),
    },
  };
  const kind = kinds[unit === "offset" ? "records" : unit];
  const exactChange = (value: number) => minus(value) + kind.exact(Math.abs(value));
  return { tick: (value) => tickLabel(value, unit, format.locale), exactChange, ...kind };
}
