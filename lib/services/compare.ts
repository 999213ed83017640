import "server-only";
import { CompareQuery } from "../api/compare.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { ComparePart } from "../scan/jobs/compare.ts";
import { InputError, parseInput } from "./input-error.ts";
import { type PlannedRead, planRanges } from "./messages-plan.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";

// What is wrong with the other side stands at the fields that name it.
function atOtherSide(error: unknown): unknown {
  if (!(error instanceof KafkaError)) return error;
  const path = error instanceof InputError ? "withPartitions" : "with";
  return new InputError(error.message, [{ path, message: error.message }], { code: error.code, cause: error });
}

async function planOther(clusterId: string, query: CompareQuery): Promise<PlannedRead> {
  const { withCluster, withStart: start, withEnd: end, withPartitions: partitions, isolation } = query;
  try {
    return await planRanges(withCluster || clusterId, query.with, { start, end, partitions, isolation });
  } catch (error) {
    throw atOtherSide(error);
  }
}

/** streamCompare answers `GET topics/{topic}/messages/compare`: a stream of CompareLine. Throws KafkaError NOT_FOUND, InputError. */
export async function streamCompare(
  clusterId: string,
  topic: string,
  search: Record<string, string>,
  signal: AbortSignal,
): Promise<Streamed> {
  const query = parseInput(CompareQuery, search);
  const reads = await Promise.all([planRanges(clusterId, topic, query), planOther(clusterId, query)]);
  const states = reads.map(({ state }) => state);
  const parts = reads.map(({ plan, failures }): ComparePart => ({ plan, failures })) as [ComparePart, ComparePart];
  return { stream: runJob(states, { kind: "compare", input: { parts } }, signal) };
}
