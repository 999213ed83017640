import type { Endpoint } from "./endpoints.ts";
import type { Answer, HttpClient } from "./http.ts";
import { type Spread, summarizeTimes } from "./statistics.ts";

/** Measured is what was measured of one endpoint; times in milliseconds, bytes of one answer on the wire. */
export type Measured = {
  name: string;
  path: string;
  floor: Spread;
  first: Spread;
  firstToFloor: number;
  cached: Spread;
  bytes: { gzip: number; identity: number };
  /** Pairs left out because one of the two failed, and an answer that named something it could not read. */
  faulty: number;
};

const WARM_UPS = 5;
// Thirty pairs of a small read are done within a second, all in the middle of a round of the sampler or all beside it.
const PAIRS_TAKE_MS = 10_000;
const CACHED_READS = 40;
// Well within the default refresh rate of 5 s, so none of the reads asks Kafka.
const CACHED_WITHIN_MS = 3000;
const FRESH = { "cache-control": "no-cache" };

/** measureEndpoint times the floor and a first read in turns, at least `pairs` of them, then reads within the data's age. */
export async function measureEndpoint(http: HttpClient, endpoint: Endpoint, pairs: number): Promise<Measured> {
  const { name, path } = endpoint;
  const { floor, first, faulty } = await measurePairs(http, endpoint, pairs);
  const cached = await measureCached(http, path);
  const gzip = await http.get(path);
  const identity = await http.get(path, { "accept-encoding": "identity" });
  return {
    name,
    path,
    floor: summarizeTimes(floor),
    first: summarizeTimes(first),
    firstToFloor: summarizeTimes(first).median / summarizeTimes(floor).median,
    cached: summarizeTimes(cached),
    bytes: { gzip: gzip.bytes, identity: identity.bytes },
    faulty: faulty + (isFaulty(identity) ? 1 : 0),
  };
}

/** readAnew makes a number of first reads, one after another. */
export async function readAnew(http: HttpClient, path: string, reads: number): Promise<void> {
  for (let read = 0; read < reads; read++) await http.get(path, FRESH);
}

async function measurePairs(http: HttpClient, { path, floor: bare }: Endpoint, pairs: number) {
  const floor: number[] = [];
  const first: number[] = [];
  let faulty = 0;
  const until = performance.now() + PAIRS_TAKE_MS;
  for (let pair = -WARM_UPS; pair < pairs || performance.now() < until; pair++) {
    const floorMs = await timeOf(bare.read);
    const answer = await http.get(path, FRESH);
    if (floorMs === null || answer.status !== 200) faulty += 1;
    else if (pair >= 0) {
      floor.push(floorMs);
      first.push(answer.ms);
    }
  }
  return { floor, first, faulty };
}

// A broker that is silent for longer than a request may take spoils one pair, not the run.
async function timeOf(read: () => Promise<unknown>): Promise<number | null> {
  const started = performance.now();
  return read().then(
    () => performance.now() - started,
    () => null,
  );
}

async function measureCached(http: HttpClient, path: string): Promise<number[]> {
  const times: number[] = [];
  const until = Date.now() + CACHED_WITHIN_MS;
  await http.get(path, FRESH);
  while (times.length < CACHED_READS && Date.now() < until) times.push((await http.get(path)).ms);
  return times;
}

function isFaulty({ status, body }: Answer): boolean {
  return status !== 200 || (JSON.parse(body.toString()) as { errors: unknown[] }).errors.length > 0;
}
