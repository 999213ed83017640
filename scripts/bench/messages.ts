import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { startKafka } from "../kafka/index.ts";
import { freePorts } from "../kafka/ports.ts";
import { ensureKcat } from "../kcat.mjs";
import { startServer } from "../server.ts";
import { createHttpClient } from "./http.ts";
import { fillTopic, HITS, NEEDLE, RECORDS } from "./messages-topic.ts";
import { type Spread, summarizeTimes } from "./statistics.ts";
import { residentMib } from "./usage.ts";

/** SearchResult is one way to search beside the reference, `kcat -C -e | grep -c`, both in seconds for all records; `ratio` is how many times as fast ours is. `leastRatio` is the target, null where only the figure is wanted. */
export type SearchResult = {
  codec: string;
  name: string;
  ours: Spread;
  kcat: Spread;
  ratio: number;
  leastRatio: number | null;
};

/** MessagesResult: all searches, the largest resident memory of the server while it scanned (MiB), and how long other pages took meanwhile (ms). */
export type MessagesResult = { searches: SearchResult[]; residentMib: number | null; meanwhile: Spread };

/** MESSAGES_TARGETS are what a run is measured against. */
export const MESSAGES_TARGETS = { residentMib: 300, meanwhileMs: 100 };

const RUNS = 5;
const EVERY_MS = 50;
const run = promisify(execFile);

type Search = { name: string; query: Record<string, string>; leastRatio: (codec: string) => number | null };

const searches: Search[] = [
  {
    name: "contains",
    query: { contains: NEEDLE, caseSensitive: "true" },
    leastRatio: (codec) => (codec === "none" ? 2.5 : 1.5),
  },
  { name: "contains, case folded", query: { contains: NEEDLE.toLowerCase() }, leastRatio: () => null },
  { name: "JSON field, text", query: { filter: `value.note == "${NEEDLE}"` }, leastRatio: () => 0.8 },
  { name: "JSON field, number", query: { filter: "value.total < 0.0" }, leastRatio: () => null },
];

type Product = { url: string; pid: number };
type Watch = { meanwhile: number[]; residentMib: number };

async function search(product: Product, topic: string, { query }: Search): Promise<number> {
  const asked = new URLSearchParams({ start: "oldest", limit: "0", ...query });
  const began = performance.now();
  const answer = await fetch(`${product.url}/api/clusters/bench/topics/${topic}/messages?${asked}`);
  const done = JSON.parse((await answer.text()).trimEnd().split("\n").at(-1)!) as Record<string, unknown>;
  const seconds = (performance.now() - began) / 1000;
  const hits = "contains" in query || query["filter"]!.includes(NEEDLE) ? HITS : 0;
  if (done["matched"] !== hits || done["scannedRecords"] !== RECORDS)
    throw new Error(`The search over ${topic} answered ${JSON.stringify(done)}.`);
  return seconds;
}

async function searchWithKcat(kcat: string, bootstrap: string, topic: string): Promise<number> {
  const began = performance.now();
  const line = `${kcat} -C -b ${bootstrap} -t ${topic} -o beginning -e -q | grep -c ${NEEDLE}`;
  const { stdout } = await run("sh", ["-c", line]);
  const seconds = (performance.now() - began) / 1000;
  if (Number(stdout) !== HITS) throw new Error(`kcat found ${stdout.trim()} in ${topic}.`);
  return seconds;
}

// While something is scanned, the pages of others are read, and the memory is looked at.
async function watching<T>(product: Product, watch: Watch, work: () => Promise<T>): Promise<T> {
  const http = createHttpClient(product.url);
  const until = new AbortController();
  const reading = (async () => {
    while (!until.signal.aborted) {
      watch.meanwhile.push((await http.get("/api/clusters/bench/topics")).ms);
      watch.residentMib = Math.max(watch.residentMib, residentMib(product.pid) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const value = await work();
  until.abort();
  await reading;
  http.close();
  return value;
}

async function measureCodec(
  context: { product: Product; kcat: string; bootstrap: string; watch: Watch },
  codec: string,
): Promise<SearchResult[]> {
  const topic = `messages-${codec}`;
  const theirs: number[] = [];
  const ours = searches.map((): number[] => []);
  for (let time = 0; time < RUNS; time++) {
    theirs.push(await searchWithKcat(context.kcat, context.bootstrap, topic));
    for (const [index, one] of searches.entries()) ours[index]!.push(await search(context.product, topic, one));
  }
  const kcat = summarizeTimes(theirs);
  const results = searches.map(({ name, leastRatio }, index): SearchResult => {
    const spread = summarizeTimes(ours[index]!);
    return { codec, name, ours: spread, kcat, ratio: kcat.median / spread.median, leastRatio: leastRatio(codec) };
  });
  for (const one of searches) {
    await watching(context.product, context.watch, () => search(context.product, topic, one));
  }
  return results;
}

/** measureMessages searches three topics of 2,000,000 records, uncompressed, lz4 and zstd, in turns with kcat and grep, through the production server. */
export async function measureMessages(dir: string, say: (line: string) => void): Promise<MessagesResult> {
  const kcat = await ensureKcat();
  const kafka = await startKafka({ dir: path.join(dir, "kafka"), heapMb: 400, log: say });
  try {
    const codecs = ["none", "lz4", "zstd"];
    for (const codec of codecs) {
      say(`Writing ${RECORDS} records, ${codec}`);
      await fillTopic(kcat, kafka.bootstrap, `messages-${codec}`, codec);
    }
    const [port = 0] = await freePorts(1);
    const env = { KAFKA_BROKERS: kafka.bootstrap, KAFKA_CLUSTER_NAME: "bench", LOG_LEVEL: "warn" };
    const product = await startServer({ port, dir: path.join(dir, "server"), env });
    const watch: Watch = { meanwhile: [], residentMib: 0 };
    const results: SearchResult[] = [];
    for (const codec of codecs) {
      say(`Searching ${codec}`);
      results.push(...(await measureCodec({ product, kcat, bootstrap: kafka.bootstrap, watch }, codec)));
    }
    await product.stop();
    const resident = watch.residentMib === 0 ? null : watch.residentMib;
    return { searches: results, residentMib: resident, meanwhile: summarizeTimes(watch.meanwhile) };
  } finally {
    await kafka.stop();
  }
}
