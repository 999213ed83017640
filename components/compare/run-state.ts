import type { PartitionFailure, ScanDone } from "@/lib/api/messages.ts";

/** RunStatus is how a run that a person starts stands: not started, reading, at its end, stopped before it, or failed. */
export type RunStatus = "idle" | "running" | "done" | "stopped" | "failed";

/** Run is a run of whose lines `result` is made. `failures` are the partitions that could not be read, `error` an ApiError of the request, `done` its last line. */
export type Run<R> = {
  status: RunStatus;
  result: R;
  failures: readonly PartitionFailure[];
  done: ScanDone | null;
  error: unknown;
};

/** idleRun is a run that was not started. */
export function idleRun<R>(empty: R): Run<R> {
  return { status: "idle", result: empty, failures: [], done: null, error: null };
}

type Line = { type: string };

/** addLines takes in lines of a run: failures and the end itself, all others by `add`. */
export function addLines<R, L extends Line>(
  run: Run<R>,
  lines: readonly (L | PartitionFailure | ScanDone)[],
  add: (result: R, line: L) => R,
): Run<R> {
  if (run.status !== "running") return run;
  let next = run;
  for (const line of lines) {
    if (line.type === "partition-error") {
      next = { ...next, failures: [...next.failures, line as PartitionFailure] };
    } else if (line.type === "done") {
      const done = line as ScanDone;
      next = { ...next, done, status: done.reason === "error" ? "failed" : "done" };
    } else next = { ...next, result: add(next.result, line as L) };
  }
  return next;
}
