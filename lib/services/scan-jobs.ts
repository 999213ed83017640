import "server-only";
import path from "node:path";
import type { Job } from "../scan/jobs.ts";
import { type JobEnd, ScanWorker } from "../scan/scan-worker.ts";
import type { JobCluster } from "../scan/worker-protocol.ts";
import type { ClusterState } from "./cluster-state.ts";
import { log } from "./log.ts";

// A worker that hangs in a filter expression is ended with all its jobs, so those with one and those without never share
// a worker: one is enough most of the time, and two always are.
type Place = { worker: ScanWorker; filtering: boolean };

const holder = globalThis as typeof globalThis & { highwaterScanWorkers?: Place[] };

function workerFor(filtering: boolean): ScanWorker {
  const file = process.env.HIGHWATER_SCAN_WORKER ?? path.join(process.cwd(), "lib", "scan", "worker.ts");
  holder.highwaterScanWorkers ??= [1, 2].map(() => ({ worker: new ScanWorker(file), filtering }));
  const places = holder.highwaterScanWorkers;
  const place =
    places.find((one) => one.worker.isBusy && one.filtering === filtering) ??
    places.find(({ worker }) => !worker.isBusy && worker.isStarted) ??
    places.find(({ worker }) => !worker.isBusy)!;
  place.filtering = filtering;
  return place.worker;
}

/** warmScanner starts the thread that reads logs, when a page that will need it is opened. */
export function warmScanner(): void {
  workerFor(false).warm();
}

function toCluster({ config, client }: ClusterState): JobCluster {
  return { config, brokers: client.brokers };
}

// What nobody expected stays in the log, as everywhere.
function failureLine({ code, message: told }: NonNullable<JobEnd>): Uint8Array {
  const message = code === "INTERNAL" ? "The scan failed. Why is in the server's log." : told;
  const line = {
    type: "done",
    reason: "error",
    code,
    message,
    scannedRecords: 0,
    scannedBytes: 0,
    matched: 0,
    elapsedMs: 0,
  };
  return new TextEncoder().encode(`${JSON.stringify(line)}\n`);
}

const highWaterMark = 256 * 1024;

/** JobOptions: `filtering` for a job with an expression that a person wrote, which may take for ever on one record; `file`: the answer is no NDJSON of lines with a type, so that a failure has to break it off. */
export type JobOptions = { filtering?: boolean; file?: boolean };

/** runJob runs a job in the worker; the stream is its answer, and is read only as fast as it is taken. The job stops with the signal, or when the stream is cancelled. A job that fails ends with a line `done`, reason `error`. */
export function runJob(
  states: ClusterState[],
  job: Job,
  signal: AbortSignal,
  { filtering = false, file = false }: JobOptions = {},
): ReadableStream<Uint8Array> {
  const worker = workerFor(filtering);
  let running: ReturnType<ScanWorker["start"]> | null = null;
  let untaken = 0;
  // Once nobody reads any more, what the worker still sends is dropped.
  let isOver = false;
  const leave = () => {
    isOver = true;
    running?.stop();
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const onAbort = () => {
      if (!isOver) controller.error(signal.reason);
      leave();
    };
    running = worker.start(states.map(toCluster), job, {
      bytes: (bytes) => {
        if (isOver) return;
        controller.enqueue(bytes);
        untaken += bytes.length;
      },
      end: (end) => {
        signal.removeEventListener("abort", onAbort);
        if (end) log().warn({ job: job.kind, ...end }, "scan ended early");
        if (isOver) return;
        isOver = true;
        if (end && file) controller.error(new Error(end.code));
        else if (end) controller.enqueue(failureLine(end));
        if (!(end && file)) controller.close();
      },
    });
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
  };
  const pull = () => {
    running?.ack(untaken);
    untaken = 0;
  };
  return new ReadableStream({ start, pull, cancel: leave }, new ByteLengthQueuingStrategy({ highWaterMark }));
}
