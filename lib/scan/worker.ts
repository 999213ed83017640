import { parentPort } from "node:worker_threads";
import { LogFetcher } from "../kafka/log-fetcher.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import { AnswerWriter } from "./answer-writer.ts";
import type { Chunk } from "./chunk.ts";
import { freeBuffers } from "./garbage.ts";
import type { JobContext } from "./job-context.ts";
import { runJob } from "./jobs.ts";
import { LogReader, lanesOfBroker } from "./log-reader.ts";
import type { FromWorker, JobCluster, ToWorker } from "./worker-protocol.ts";

const aliveEveryMs = 250;

const port = parentPort!;
const running = new Map<number, { stop: AbortController; writer: AnswerWriter }>();
const fetchers = new Map<string, LogFetcher>();

function tell(message: FromWorker): void {
  if (message.type === "bytes") port.postMessage(message, [message.bytes.buffer as ArrayBuffer]);
  else port.postMessage(message);
}

function fetcherOf({ config, brokers }: JobCluster): LogFetcher {
  const key = JSON.stringify(config);
  const fetcher = fetchers.get(key) ?? new LogFetcher(config, lanesOfBroker);
  fetchers.set(key, fetcher);
  fetcher.learn(brokers);
  return fetcher;
}

async function* freeing(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    yield chunk;
    chunk.free();
    freeBuffers();
  }
}

function contextOf(clusters: JobCluster[], writer: AnswerWriter, signal: AbortSignal): JobContext {
  const sources = clusters.map(fetcherOf);
  return {
    read: (source, plan, turn) => freeing(new LogReader(sources[source]!, plan, signal, turn).chunks()),
    emit: (line) => writer.write(`${JSON.stringify(line)}\n`),
    write: (text) => writer.write(text),
    signal,
  };
}

async function start({ id, clusters, job }: Extract<ToWorker, { type: "start" }>): Promise<void> {
  const stop = new AbortController();
  const writer = new AnswerWriter((bytes) => tell({ type: "bytes", id, bytes }));
  running.set(id, { stop, writer });
  // Whoever runs this thread ends it when it does not hear from it: then it hangs in a single record.
  const beat = setInterval(() => tell({ type: "alive" }), aliveEveryMs);
  try {
    await runJob(job, contextOf(clusters, writer, stop.signal));
    writer.flush();
    tell({ type: "end", id, error: null });
  } catch (error) {
    writer.flush();
    const { code, message } = toKafkaError(error, "The scan");
    tell({ type: "end", id, error: { code, message: code === "INTERNAL" ? (error as Error).message : message } });
  } finally {
    clearInterval(beat);
    running.delete(id);
  }
}

port.on("message", (message: ToWorker) => {
  if (message.type === "start") void start(message);
  else if (message.type === "ack") running.get(message.id)?.writer.taken(message.bytes);
  else {
    running.get(message.id)?.stop.abort();
    running.get(message.id)?.writer.close();
  }
});

tell({ type: "alive" });
