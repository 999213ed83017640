import "server-only";
import type { CopyDone, CopyFailure, CopyLine, CopyProgress, CopyRequest } from "../api/copy.ts";
import type { PartitionFailure, ScanDone, ScanProgress } from "../api/messages.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import type { RawRecord } from "../scan/jobs/copy.ts";
import { readTopicBase } from "./base.ts";
import { changeCluster } from "./change.ts";
import type { ClusterState } from "./cluster-state.ts";
import { type CopyPlan, planCopy } from "./copy-plan.ts";
import { CopyWriter } from "./copy-writer.ts";
import { InputError } from "./input-error.ts";
import { jobLines } from "./job-lines.ts";
import { log } from "./log.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";
import { topicToWrite } from "./topic-to-write.ts";
import { readWriteLimits } from "./write-limits.ts";
import type { WriteTarget } from "./write-records.ts";

type JobLine = RawRecord | ScanProgress | PartitionFailure | ScanDone;
type Prepared = { plan: CopyPlan; target: WriteTarget; input: CopyRequest; validateOnly: boolean };

const mostFailuresTold = 1000;

async function prepare(
  state: ClusterState,
  clusterId: string,
  topic: string,
  input: CopyRequest,
  validateOnly: boolean,
): Promise<Prepared> {
  const { to, compression, keepPartition } = input;
  const base = await readTopicBase(state.config.id, to.topic, { notBefore: Date.now() });
  const destination = topicToWrite(base, to.topic);
  const [plan, limits] = await Promise.all([
    planCopy(clusterId, topic, input.selection, validateOnly),
    readWriteLimits(state, to.topic),
  ]);
  const last = Math.max(...plan.input.plan.ranges.map(({ partition }) => partition));
  if (keepPartition && last >= destination.partitions.length) {
    const message = `${to.topic} has no partition ${last}: it has ${destination.partitions.length}.`;
    throw new InputError(message, [{ path: "keepPartition", message }]);
  }
  return { plan, target: { state, topic: destination, limits, compression }, input, validateOnly };
}

/** Copy reads the records of a plan and writes them, and tells how far it is. */
class Copy {
  readonly #prepared: Prepared;
  readonly #tell: (line: CopyLine) => void;
  readonly #writer: CopyWriter;
  readonly #started = performance.now();
  #scan: Pick<ScanProgress, "scannedRecords" | "matched"> & { share: number | null } = {
    scannedRecords: 0,
    matched: 0,
    share: null,
  };
  #told = 0;

  constructor(prepared: Prepared, tell: (line: CopyLine) => void) {
    this.#prepared = prepared;
    this.#tell = tell;
    this.#writer = new CopyWriter(prepared.target, prepared.input, (failure) => this.#fail(failure));
  }

  async run(signal: AbortSignal): Promise<void> {
    const { plan } = this.#prepared;
    const stream = runJob([plan.state], { kind: "copy", input: plan.input }, signal, { filtering: plan.filtering });
    try {
      for await (const line of jobLines<JobLine>(stream)) await this.#take(line);
      await this.#writer.flush();
      if (!this.#ended) this.#done({ reason: "end" });
    } catch (error) {
      const { code, message } = toKafkaError(error, "The copy");
      this.#done({ reason: "error", code, message });
    }
    const { copied, failed } = this.#writer;
    log().info({ change: "copy-records", to: this.#prepared.target.topic.name, copied, failed }, "copied");
  }

  #ended = false;

  async #take(line: JobLine): Promise<void> {
    if (line.type === "raw") return this.#writer.add(line);
    if (line.type === "partition-error") return this.#fail({ ...line, type: "failure", unsure: false });
    this.#scan = { ...line, share: "share" in line ? line.share : this.#scan.share };
    if (line.type === "progress") return this.#tell(this.#progress());
    await this.#writer.flush();
    if (line.reason === "error") this.#done({ reason: "error", code: line.code, message: line.message });
    return undefined;
  }

  #counts() {
    const { copied, failed } = this.#writer;
    const { scannedRecords, matched } = this.#scan;
    return { matched, copied, failed, scannedRecords, elapsedMs: Math.round(performance.now() - this.#started) };
  }

  #progress(): CopyProgress {
    return { type: "progress", share: this.#scan.share, ...this.#counts() };
  }

  #done(end: Pick<CopyDone, "reason"> & { code?: string | undefined; message?: string | undefined }): void {
    this.#ended = true;
    const { reason, code, message } = end;
    const why = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
    this.#tell({ type: "done", reason, ...why, validateOnly: this.#prepared.validateOnly, ...this.#counts() });
  }

  #fail(failure: CopyFailure): void {
    this.#told += 1;
    if (this.#told <= mostFailuresTold) this.#tell(failure);
  }
}

function begin(prepared: Prepared, signal: AbortSignal): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  const encoder = new TextEncoder();
  const stop = new AbortController();
  let ended = Promise.resolve();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const tell = (line: CopyLine) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      ended = new Copy(prepared, tell)
        .run(AbortSignal.any([signal, stop.signal]))
        .then(() => (stop.signal.aborted ? undefined : controller.close()));
    },
    cancel: () => stop.abort(),
  });
  return { stream, ended };
}

/** copyRecords answers `POST topics/{topic}/messages/copy`: a stream of CopyLine. Records are read and written batch by batch, each written once; what was copied when the reader leaves stays copied. With `validateOnly` they are only counted. Throws InputError and KafkaError before the first line. */
export function copyRecords(
  clusterId: string,
  topic: string,
  input: CopyRequest,
  validateOnly: boolean,
  signal: AbortSignal,
): Promise<Streamed> {
  const { to, keepPartition, keepTimestamp } = input;
  const target = to.clusterId ?? clusterId;
  const detail = { from: topic, fromCluster: clusterId, keepPartition, keepTimestamp };
  return new Promise((resolve, reject) => {
    changeCluster(target, { action: "copy-records", element: to.topic, detail, validateOnly }, async (state) => {
      const { stream, ended } = begin(await prepare(state, clusterId, topic, input, validateOnly), signal);
      resolve({ stream });
      await ended;
    }).catch(reject);
  });
}
