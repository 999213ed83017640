import "server-only";
import { DuplicatesQuery } from "../api/duplicates.ts";
import { parseInput } from "./input-error.ts";
import { planRanges } from "./messages-plan.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";

/** streamDuplicates answers `GET topics/{topic}/messages/duplicates`: a stream of DuplicatesLine. Throws KafkaError NOT_FOUND, InputError. */
export async function streamDuplicates(
  clusterId: string,
  topic: string,
  search: Record<string, string>,
  signal: AbortSignal,
): Promise<Streamed> {
  const { by, ...where } = parseInput(DuplicatesQuery, search);
  const { state, plan, failures } = await planRanges(clusterId, topic, where);
  return { stream: runJob([state], { kind: "duplicates", input: { plan, failures, by } }, signal) };
}
