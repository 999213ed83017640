import "server-only";
import type { ChunkTable } from "./chunk-table.ts";
import { decodeTimes } from "./chunks.ts";
import { type Cells, rollUpColumns, rollUpCounts, type SourceChunk, toCells } from "./rollup.ts";
import type { SeriesIds } from "./series-ids.ts";
import type { Tier } from "./tiers.ts";
import type { Dimension } from "./totals.ts";

type RollUp = { chunk: number; sources: SourceChunk[]; cells: Cells; waiting: number[] };

// A roll-up reads every series of its time: a slice a round keeps the server answering.
const seriesPerSlice = 150;

/** RollUps makes chunks of the next tier of those that are over, a slice at a time. */
export class RollUps {
  readonly #chunks: ChunkTable;
  readonly #ids: SeriesIds;
  readonly #tiers: Tier[];
  #current: RollUp | null = null;

  constructor(chunks: ChunkTable, ids: SeriesIds, tiers: Tier[]) {
    this.#chunks = chunks;
    this.#ids = ids;
    this.#tiers = tiers;
  }

  /** step does the next slice, if there is something to do. Throws what SQLite throws; the slice is done again with the next step. */
  step(now: number): void {
    this.#current ??= this.#next(now);
    const rollUp = this.#current;
    if (!rollUp) return;
    const slice = rollUp.waiting.slice(0, seriesPerSlice);
    const isLast = slice.length === rollUp.waiting.length;
    this.#chunks.inTransaction(() => {
      this.#chunks.put(
        rollUp.chunk,
        slice.flatMap((series): [number, Uint8Array][] => {
          const data = this.#rollUp(rollUp, series);
          return data ? [[series, data]] : [];
        }),
      );
      if (isLast) this.#chunks.complete(rollUp.chunk);
    });
    if (isLast) this.#current = null;
    else rollUp.waiting.splice(0, slice.length);
  }

  /** abandon leaves what was begun: its chunk is gone. */
  abandon(): void {
    this.#current = null;
  }

  #next(now: number): RollUp | null {
    for (let tier = 1; tier < this.#tiers.length; tier++) {
      const { chunkMs, stepMs } = this.#tiers[tier]!;
      const sources = this.#chunks.after(tier - 1, this.#chunks.newest(tier) ?? 0);
      const first = sources[0];
      if (!first) continue;
      const end = Math.ceil(first.since / chunkMs) * chunkMs;
      if (now < end + stepMs) continue;
      const over = sources.filter(({ since }) => since <= end);
      return this.#begin(
        tier,
        first.since,
        over.map(({ id, times }) => ({ id, intervals: decodeTimes(times) })),
      );
    }
    return null;
  }

  #begin(tier: number, since: number, sources: SourceChunk[]): RollUp {
    const intervals = sources.flatMap((source) => source.intervals);
    const cells = toCells(intervals, this.#tiers[tier]!.stepMs);
    const series = new Set(sources.flatMap(({ id }) => this.#chunks.seriesIn(id)));
    return { chunk: this.#chunks.add(tier, since, cells.intervals), sources, cells, waiting: [...series] };
  }

  #rollUp({ sources, cells }: RollUp, series: number): Uint8Array | null {
    const key = this.#ids.nameOf(series);
    if (!key) return null;
    const read = this.#chunks.reader(series);
    const rows = sources.map(({ id }) => read(id));
    return key.kind === "counts"
      ? rollUpCounts(key.name as Dimension, rows, sources, cells)
      : rollUpColumns(rows, sources, cells);
  }
}
