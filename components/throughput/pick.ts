import type { History, Measure, Series } from "@/lib/api/history.ts";
import { summaryOf } from "@/components/charts/summary.ts";
import type { MeasureChoice } from "./choices.ts";

type Answer = Pick<History, "series">;

const hasValue = ({ points }: Series) => points.some(([, value]) => value !== null);

/** totalOf is the line of all elements together, undefined when the answer has none or it is all gaps: without a group nothing is due. */
export function totalOf({ series }: Answer, measure: Measure): Series | undefined {
  return series.find((line) => line.kind === "total" && line.measure === measure && hasValue(line));
}

/** partsOf are the lines of the elements of one measure, the others among them. */
export function partsOf({ series }: Answer, measure: Measure): Series[] {
  return series.filter((line) => line.kind !== "total" && line.measure === measure);
}

/** countsBytes tells whether bytes are those of Kafka's own counters, and no estimate. */
export function countsBytes({ series }: Answer): boolean {
  return series.some(({ measure, estimate }) => measure === "bytes" && !estimate);
}

/** hasBytes tells whether bytes were measured. */
export function hasBytes({ series }: Answer): boolean {
  return series.some(({ measure }) => measure === "bytes");
}

/** subtitleKey is the key of the words for a unit: of bytes they say whether they are counted or estimated. */
export function subtitleKey(
  answer: Answer,
  unit: Series["unit"],
): "elementsSubtitle" | "bytesSubtitle" | "countedSubtitle" {
  if (unit !== "bytes/s") return "elementsSubtitle";
  return countsBytes(answer) ? "countedSubtitle" : "bytesSubtitle";
}

/** writtenMeasure is the measure that says what was written: bytes, or records; of a group, the records that were due to it. */
export function writtenMeasure(answer: Answer, choice: MeasureChoice): Measure {
  if (choice === "bytes" && hasBytes(answer)) return "bytes";
  return partsOf(answer, "produced").length > 0 || partsOf(answer, "due").length === 0 ? "produced" : "due";
}

/** hasValues tells whether an answer says anything at all. */
export function hasValues({ series }: Answer): boolean {
  return series.some(hasValue);
}

const FIRST_SAMPLES = 3;

/** isFirst tells whether sampling has only begun, so that no line can be there yet. */
export function isFirst(answer: Pick<History, "series" | "since" | "to" | "sampledEveryMs">): boolean {
  if (hasValues(answer)) return false;
  const { since, to, sampledEveryMs } = answer;
  if (since === null) return true;
  const sampledMs = Date.parse(to) - Date.parse(since);
  return sampledMs >= 0 && sampledMs < FIRST_SAMPLES * sampledEveryMs;
}

/** ElementRow is one element in figures: what was written in the range, and what its readers take now. */
export type ElementRow = ReturnType<typeof rowOf>;

function rowOf(line: Series, consumed: Series | undefined, stepMs: number) {
  const { now, mean, peak, sum } = summaryOf(line.points, stepMs);
  const read = consumed ? summaryOf(consumed.points, stepMs).now : null;
  return { name: line.name, others: line.kind === "others", now, mean, peak, sum: line.sum ?? sum, consumed: read };
}

/** elementRows are the figures of each element of a measure, the others last. */
export function elementRows(answer: Pick<History, "series" | "step">, measure: Measure): ElementRow[] {
  const read = partsOf(answer, "consumed");
  const rows = partsOf(answer, measure).map((line) =>
    rowOf(
      line,
      read.find(({ name, kind }) => name === line.name && kind === line.kind),
      answer.step,
    ),
  );
  return rows.toSorted((a, b) => Number(a.others) - Number(b.others));
}

/** sortFields are what the rows can be sorted by. */
export const sortFields = ["name", "now", "mean", "peak", "sum", "consumed"] as const;

type SortField = (typeof sortFields)[number];

/** sortRows sorts by "field" or "-field"; what is not known and the others stand last either way. */
export function sortRows(rows: readonly ElementRow[], sort: string): ElementRow[] {
  const down = sort.startsWith("-");
  const field = sortFields.find((known) => known === sort.replace("-", "")) ?? "name";
  return rows.toSorted((a, b) => {
    if (a.others !== b.others) return Number(a.others) - Number(b.others);
    return compare(a, b, field, down) || a.name.localeCompare(b.name, "en", { numeric: true });
  });
}

function compare(a: ElementRow, b: ElementRow, field: SortField, down: boolean): number {
  if (field === "name") return (down ? -1 : 1) * a.name.localeCompare(b.name, "en", { numeric: true });
  const [one, two] = [a[field], b[field]];
  if (one === null || two === null) return Number(one === null) - Number(two === null);
  return down ? two - one : one - two;
}
