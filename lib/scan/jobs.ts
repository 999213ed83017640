import type { JobContext } from "./job-context.ts";
import { type CompareInput, runCompare } from "./jobs/compare.ts";
import { type CopyJobInput, runCopy } from "./jobs/copy.ts";
import { type DuplicatesInput, runDuplicates } from "./jobs/duplicates.ts";
import { type KeyHistoryInput, runKeyHistory } from "./jobs/key-history.ts";
import { type LatestInput, runLatest } from "./jobs/latest.ts";
import { type MessagesInput, runMessages } from "./jobs/messages.ts";

type Inputs = {
  messages: MessagesInput;
  "key-history": KeyHistoryInput;
  latest: LatestInput;
  compare: CompareInput;
  duplicates: DuplicatesInput;
  copy: CopyJobInput;
};

type Runs = { [K in keyof Inputs]: (input: Inputs[K], context: JobContext) => Promise<void> };

const runs: Runs = {
  messages: runMessages,
  "key-history": runKeyHistory,
  latest: runLatest,
  compare: runCompare,
  duplicates: runDuplicates,
  copy: runCopy,
};

/** Job is what the worker can be asked to do: a kind and its input, which must survive a structured clone. */
export type Job = { [K in keyof Inputs]: { kind: K; input: Inputs[K] } }[keyof Inputs];

/** runJob does a job; its answer goes through the context. */
export function runJob(job: Job, context: JobContext): Promise<void> {
  const run = runs[job.kind] as (input: Job["input"], context: JobContext) => Promise<void>;
  return run(job.input, context);
}
