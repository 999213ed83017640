import { absentCount, unknownOffset } from "./codec.ts";
import { decodeColumns, encodeColumns, encodeCounts, StoredCounts } from "./chunks.ts";
import type { Interval } from "./store.ts";
import { type Dimension, measuresOf } from "./totals.ts";

/** SourceChunk is one chunk of the finer tier. */
export type SourceChunk = { id: number; intervals: Interval[] };

/** Cells are the samples of a coarser tier: of the finer samples in order, which belong to each. */
export type Cells = { intervals: Interval[]; members: number[][] };

/** toCells gathers finer samples by the step they end in; what a cell covers is the sum of what its samples cover. */
export function toCells(intervals: Interval[], stepMs: number): Cells {
  const cells: Cells = { intervals: [], members: [] };
  let current = Number.NaN;
  intervals.forEach(({ at, coveredMs }, index) => {
    const cell = Math.ceil(at / stepMs);
    if (cell !== current) {
      current = cell;
      cells.intervals.push({ at, coveredMs: 0 });
      cells.members.push([]);
    }
    const last = cells.intervals.at(-1)!;
    last.at = at;
    last.coveredMs += coveredMs;
    cells.members.at(-1)!.push(index);
  });
  return cells;
}

/** rollUpColumns keeps of each column the last known offset of each cell. `rows` are the series' rows in the source chunks, in order; null where it has none. */
export function rollUpColumns(rows: (Uint8Array | null)[], chunks: SourceChunk[], cells: Cells): Uint8Array {
  const parts = rows.map((row, index) => (row ? decodeColumns(row, chunks[index]!.intervals.length) : []));
  const width = Math.max(0, ...parts.map((columns) => columns.length));
  const columns = Array.from({ length: width }, (_, at) => {
    const whole = parts.flatMap((part, index) => part[at] ?? chunks[index]!.intervals.map(() => unknownOffset));
    return cells.members.map((members) => {
      const last = members.findLast((member) => whole[member] !== unknownOffset);
      return last === undefined ? unknownOffset : whole[last]!;
    });
  });
  return encodeColumns(columns);
}

// What was counted adds up; a lag is that of the last moment. One sample whose count is not known leaves the cell
// without one; one of a time when there was nothing to count adds nothing.
function gather(measure: string, values: number[]): number {
  const there = values.filter((value) => value !== absentCount);
  if (there.length === 0) return absentCount;
  return measure === "lag" ? there.at(-1)! : there.reduce((sum, value) => sum + value, 0);
}

/** rollUpCounts adds up counts by cell; samples that nothing was compared with (coveredMs 0) add nothing. */
export function rollUpCounts(
  dimension: Dimension,
  rows: (Uint8Array | null)[],
  chunks: SourceChunk[],
  cells: Cells,
): Uint8Array {
  const intervals = chunks.flatMap((chunk) => chunk.intervals);
  const counted = cells.members.map((members) => members.filter((member) => intervals[member]!.coveredMs > 0));
  const byId = new Map<number, Float64Array[]>();
  measuresOf[dimension].forEach((measure, column) => {
    const whole = new Map<number, Float64Array>();
    let at = 0;
    rows.forEach((row, index) => {
      const length = chunks[index]!.intervals.length;
      if (row) {
        const stored = new StoredCounts(dimension, row, length);
        stored.each(measure, null, (place, counts) => {
          const id = stored.ids[place]!;
          let values = whole.get(id);
          if (!values) whole.set(id, (values = new Float64Array(intervals.length).fill(absentCount)));
          values.set(counts, at);
        });
      }
      at += length;
    });
    for (const [id, values] of whole) {
      let columns = byId.get(id);
      if (!columns) byId.set(id, (columns = []));
      const cellsOf = measure === "lag" ? cells.members : counted;
      columns[column] = Float64Array.from(cellsOf, (members) =>
        gather(
          measure,
          members.map((member) => values[member]!),
        ),
      );
    }
  });
  return encodeCounts(dimension, byId, cells.members.length);
}
