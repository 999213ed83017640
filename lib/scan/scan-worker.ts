import { Worker } from "node:worker_threads";
import type { FromWorker, JobCluster, ToWorker } from "./worker-protocol.ts";
import type { Job } from "./jobs.ts";

/** JobEnd says why a job ended: null when all of its answer was given. */
export type JobEnd = { code: string; message: string } | null;

/** JobSink takes a job's answer. */
export type JobSink = { bytes: (bytes: Uint8Array) => void; end: (end: JobEnd) => void };

const idleMs = 60_000;
const beatMs = 1000;
const silentBeats = 5;
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 12 };

/** ScanWorker is a thread that reads logs, so that the server's own stays free. It is started with the first job, and ended when it had none for a minute, or when it hangs: a filter expression may take for ever on one record. */
export class ScanWorker {
  readonly #file: string;
  readonly #sinks = new Map<number, JobSink>();
  #worker: Worker | null = null;
  #lastId = 0;
  #isUp = false;
  #silentBeats = 0;
  #watch: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;

  /** Made with the file that the thread runs: lib/scan/worker.ts, or what was built from it. */
  constructor(file: string) {
    this.#file = file;
  }

  /** isBusy tells that jobs run. */
  get isBusy(): boolean {
    return this.#sinks.size > 0;
  }

  /** isStarted tells that the thread runs. */
  get isStarted(): boolean {
    return this.#worker !== null;
  }

  /** start begins a job; gives what acknowledges bytes and what stops it. */
  start(clusters: JobCluster[], job: Job, sink: JobSink): { ack: (bytes: number) => void; stop: () => void } {
    const worker = this.#running();
    const id = ++this.#lastId;
    this.#sinks.set(id, sink);
    this.#watchOver();
    const send = (message: ToWorker) => worker.postMessage(message);
    send({ type: "start", id, clusters, job });
    return { ack: (bytes) => send({ type: "ack", id, bytes }), stop: () => send({ type: "stop", id }) };
  }

  /** warm starts the thread, so that a first job that is likely to come need not wait for it. */
  warm(): void {
    this.#running();
    if (!this.isBusy) this.#restSoon();
  }

  /** end ends the thread and all jobs. */
  end(reason: JobEnd): void {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    if (this.#idle) clearTimeout(this.#idle);
    const sinks = [...this.#sinks.values()];
    this.#sinks.clear();
    for (const sink of sinks) sink.end(reason);
    void worker?.terminate();
  }

  #running(): Worker {
    if (this.#idle) clearTimeout(this.#idle);
    if (!this.#worker) this.#isUp = false;
    this.#worker ??= this.#begin();
    return this.#worker;
  }

  #begin(): Worker {
    const worker = new Worker(this.#file, {
      name: "scan",
      execArgv: ["--disable-warning=ExperimentalWarning"],
      resourceLimits,
    });
    worker.on("message", (message: FromWorker) => this.#hear(message));
    worker.on("error", (error) => {
      if (this.#worker === worker) this.end({ code: "INTERNAL", message: error.message });
    });
    worker.unref();
    return worker;
  }

  #hear(message: FromWorker): void {
    this.#silentBeats = 0;
    this.#isUp = true;
    if (message.type === "bytes") this.#sinks.get(message.id)?.bytes(message.bytes);
    if (message.type !== "end") return;
    this.#sinks.get(message.id)?.end(message.error);
    this.#sinks.delete(message.id);
    if (!this.isBusy) this.#restSoon();
  }

  // Counted in beats, not in time: while this thread is busy, it cannot hear the other one.
  #watchOver(): void {
    this.#silentBeats = 0;
    this.#watch ??= setInterval(() => {
      // How long it takes until a thread has loaded says nothing about its jobs.
      this.#silentBeats += this.#isUp ? 1 : 0;
      if (this.#silentBeats <= silentBeats) return;
      const message = "The scan hung for 5 s and was ended: a filter may take too long on one record.";
      this.end({ code: "TIMEOUT", message });
    }, beatMs).unref();
  }

  #restSoon(): void {
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.end(null), idleMs).unref();
  }
}
