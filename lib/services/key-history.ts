import "server-only";
import { KeyHistoryQuery } from "../api/keys.ts";
import { partitionOf } from "../domain/partitioners.ts";
import type { ReadPlan } from "../scan/log-reader.ts";
import { parseInput } from "./input-error.ts";
import { readKey } from "./message-key.ts";
import { planRanges } from "./messages-plan.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";

// A key that the partitioner spreads may be in any partition, and one with several readings in several.
function chosenOf(query: KeyHistoryQuery, keys: Uint8Array[], partitions: number): Set<number> | null {
  if (query.where === "all") return null;
  const chosen = keys.map((key) => partitionOf(query.partitioner, key, partitions));
  return chosen.some((partition) => partition === null) ? null : new Set(chosen as number[]);
}

/** streamKeyHistory answers `GET topics/{topic}/messages/key/history`: a stream of KeyHistoryLine. Throws KafkaError NOT_FOUND, InputError. */
export async function streamKeyHistory(
  clusterId: string,
  topic: string,
  search: Record<string, string>,
  signal: AbortSignal,
): Promise<Streamed> {
  const query = parseInput(KeyHistoryQuery, search);
  const keys = readKey(query).map(({ bytes }) => bytes);
  const read = await planRanges(clusterId, topic, { ...query, partitions: undefined });
  const chosen = chosenOf(query, keys, read.topic.partitions.length);
  const isChosen = ({ partition }: { partition: number }) => chosen?.has(partition) ?? true;
  const plan: ReadPlan = { ...read.plan, ranges: read.plan.ranges.filter(isChosen) };
  const { keyAs, valueAs, maxBytes, limit } = query;
  const shown = { keyAs, valueAs, maxBytes };
  const input = { plan, failures: read.failures.filter(isChosen), keys, limit, shown };
  return { stream: runJob([read.state], { kind: "key-history", input }, signal) };
}
