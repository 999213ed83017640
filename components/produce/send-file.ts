import { ApiError } from "@/lib/api/client.ts";
import type { ProduceInput, ProduceResult } from "@/lib/api/produce.ts";
import { readFile, type FileLine } from "./file-lines.ts";
import { csvColumns, csvRecord, type FileOptions, type FileRecord, ndjsonRecord } from "./file-records.ts";

/** LineFailure is a line that was not written, and why; `unsure`: it may have been written after all. */
export type LineFailure = { line: number; text: string; error: string; unsure: boolean };

/** FileProgress is how far a file is: `nextLine` is the first that was not tried. */
export type FileProgress = { written: number; failures: LineFailure[]; readBytes: number; nextLine: number };

/** FileJob is a file to write: `fromLine` leaves out what was tried before, `send` writes records of one request. */
export type FileJob = {
  file: Blob;
  csv: boolean;
  fromLine: number;
  options: FileOptions;
  request: Omit<ProduceInput, "records">;
  send: (input: ProduceInput) => Promise<ProduceResult>;
  onProgress: (progress: FileProgress) => void;
  signal: AbortSignal;
};

type Ready = FileLine & { record: ProduceInput["records"][number] };

const MOST_RECORDS = 1000;
const MOST_CHARACTERS = 1_500_000;

/** MOST_FAILURES is how many lines may fail before a file is given up: it is most likely not the file that was meant. */
export const MOST_FAILURES = 10_000;

/** FileGivenUp ends a file: at MOST_FAILURES failures, or where its first line cannot be read. */
export class FileGivenUp extends Error {}

class Sender {
  readonly #job: FileJob;
  readonly #progress: FileProgress;
  #batch: Ready[] = [];
  #characters = 0;
  #columns: string[] | null = null;

  constructor(job: FileJob) {
    this.#job = job;
    this.#progress = { written: 0, failures: [], readBytes: 0, nextLine: job.fromLine };
  }

  async run(): Promise<void> {
    for await (const { lines, readBytes } of readFile(this.#job.file, this.#job.csv)) {
      for (const line of lines) {
        await this.#take(line);
        if (this.#job.signal.aborted) return;
      }
      this.#progress.readBytes = readBytes;
      this.#tell();
    }
    await this.#flush();
  }

  async #take(line: FileLine): Promise<void> {
    if (this.#job.csv && this.#columns === null) {
      const head = csvColumns(line.text);
      if ("error" in head) throw new FileGivenUp(head.error);
      this.#columns = head.columns;
      return;
    }
    if (line.line < this.#job.fromLine) return;
    const read = this.#read(line.text);
    if ("error" in read) return this.#fail(line, read.error, false);
    this.#batch.push({ ...line, record: read.record });
    this.#characters += line.text.length;
    if (this.#batch.length >= MOST_RECORDS || this.#characters >= MOST_CHARACTERS) await this.#flush();
  }

  #read(text: string): FileRecord {
    const { csv, options } = this.#job;
    return csv ? csvRecord(text, this.#columns ?? [], options) : ndjsonRecord(text, options);
  }

  // A request with a wrong element writes nothing: without those it is sent again.
  async #flush(): Promise<void> {
    let batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    const last = batch.at(-1);
    while (batch.length > 0) batch = await this.#send(batch);
    if (last) this.#progress.nextLine = last.line + 1;
    this.#tell();
  }

  async #send(batch: Ready[]): Promise<Ready[]> {
    try {
      const { request, send } = this.#job;
      const { results } = await send({ ...request, records: batch.map(({ record }) => record) });
      for (const [index, { error }] of results.entries()) {
        if (error) this.#fail(batch[index]!, error.message, error.unsure);
        else this.#progress.written += 1;
      }
      return [];
    } catch (error) {
      const wrong = wrongElements(error);
      if (wrong.size === 0) {
        this.#failAll(batch, error);
        throw error;
      }
      for (const [index, message] of wrong) this.#fail(batch[index]!, message, false);
      return batch.filter((_, index) => !wrong.has(index));
    }
  }

  // Without an answer nobody knows whether it was written.
  #failAll(batch: Ready[], error: unknown): void {
    const unsure = !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
    for (const line of batch)
      this.#fail(line, error instanceof ApiError ? error.detail || error.message : String(error), unsure);
    this.#progress.nextLine = batch.at(-1)!.line + 1;
    this.#tell();
  }

  #fail({ line, text }: FileLine, error: string, unsure: boolean): void {
    this.#progress.failures.push({ line, text, error, unsure });
    if (this.#progress.failures.length > MOST_FAILURES) throw new FileGivenUp();
  }

  #tell(): void {
    this.#job.onProgress({ ...this.#progress, failures: [...this.#progress.failures] });
  }
}

function wrongElements(error: unknown): Map<number, string> {
  if (!(error instanceof ApiError)) return new Map();
  return new Map(
    error.fields.flatMap(({ path, message }): [number, string][] => {
      const index = /^records\.(\d+)\./.exec(path)?.[1];
      return index === undefined ? [] : [[Number(index), message]];
    }),
  );
}

/** sendFile writes the records of a file, one request after another, each line either written or among the failures; ends early when `signal` is aborted. Throws FileGivenUp, or what a request failed with: then the lines of that request are among the failures. */
export function sendFile(job: FileJob): Promise<void> {
  return new Sender(job).run();
}
