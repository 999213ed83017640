import type { Chunk } from "./chunk.ts";
import type { ReadPlan, Turn } from "./log-reader.ts";

/** JobContext is what a job works with: it reads plans from the clusters it was given (`source` is their index), and writes its answer. `emit` writes a value as one line of JSON, `write` text as it is; both resolve when the reader has room for more. */
export type JobContext = {
  read: (source: number, plan: ReadPlan, turn?: Turn) => AsyncGenerator<Chunk>;
  emit: (line: object) => Promise<void>;
  write: (text: string) => Promise<void>;
  signal: AbortSignal;
};
