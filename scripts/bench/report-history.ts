import type { StoreResult } from "./history-store.ts";
import type { SampledRounds } from "./sampling.ts";
import { layOut, mebibytes, times, verdict } from "./table.ts";

/** HISTORY_TARGETS are the most that the history should cost: a round as a multiple of its floor, bytes written a round, bytes of the file in the long run. Those of answers stand beside them. */
export const HISTORY_TARGETS = { roundToFloor: 1.2, written: 1e6, bytes: 500e6 };

const MB = 1e6;

/** samplingTable is the table of the sampler's rounds beside their floors. */
export function samplingTable(sampled: SampledRounds[]): string {
  const rows = sampled.map(({ name, floor, round, roundToFloor, cpuMs }) => [
    name,
    times(floor),
    times(round),
    roundToFloor.toFixed(2),
    verdict(roundToFloor, HISTORY_TARGETS.roundToFloor, ""),
    cpuMs.toFixed(1),
  ]);
  return layOut([["sampling", "floor ms", "round ms", "x floor", "target", "CPU ms"], ...rows]);
}

/** storeTable is the table of what the store costs. */
export function storeTable({ rounds, reads, file, recentMib }: StoreResult): string {
  const { written, bytes } = HISTORY_TARGETS;
  const tiers = file.tiers.map(({ stepMs, chunks, pages, bytes: ofTier }) => [
    `  samples of ${stepMs / 1000} s: ${chunks} chunks`,
    `${(ofTier / MB).toFixed(0)} MB, ${(pages / MB).toFixed(2)} MB a chunk`,
    "-",
  ]);
  return layOut([
    ["History", "measured", "target"],
    ...reads.map(({ name, ms, cpuMs, targetMs }) => [
      name,
      `${times(ms)} ms, CPU ${cpuMs.toFixed(1)} ms`,
      verdict(ms.median, targetMs, " ms"),
    ]),
    ["written a round", megabytes(rounds.written), verdict(inMb(rounds.written), written / MB, " MB")],
    ["store in the long run", megabytes(file.bytes), verdict(inMb(file.bytes), bytes / MB, " MB")],
    ...tiers,
    ["  largest -wal beside it", megabytes(file.walBytes), "-"],
    ["to count a round", `${times(rounds.count)} ms`, "-"],
    ["to keep a round", `${times(rounds.store)} ms`, "-"],
    ["both, the longest", `${rounds.longestMs.toFixed(0)} ms`, "-"],
    ["both, of one core", `${((rounds.cpuMs / rounds.everyMs) * 100).toFixed(2)} %`, "-"],
    ["what lists show, in memory", mebibytes(recentMib), "-"],
  ]);
}

function inMb(value: number | null): number | null {
  return value === null ? null : value / MB;
}

function megabytes(value: number | null): string {
  return value === null ? "not known" : `${(value / MB).toFixed(2)} MB`;
}
