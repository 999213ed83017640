import "server-only";
import { LATEST_MEMORY_BYTES, LatestQuery } from "../api/keys.ts";
import { parseInput } from "./input-error.ts";
import { planRanges } from "./messages-plan.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";

/** streamLatest answers `GET topics/{topic}/messages/latest`: a stream of LatestLine. Throws KafkaError NOT_FOUND, InputError. */
export async function streamLatest(
  clusterId: string,
  topic: string,
  search: Record<string, string>,
  signal: AbortSignal,
): Promise<Streamed> {
  const { partitions, isolation, ...choice } = parseInput(LatestQuery, search);
  const where = { start: "oldest", end: "now", partitions, isolation };
  const { state, plan, failures } = await planRanges(clusterId, topic, where);
  const input = { plan, failures, choice, memoryBytes: LATEST_MEMORY_BYTES };
  return { stream: runJob([state], { kind: "latest", input }, signal) };
}
