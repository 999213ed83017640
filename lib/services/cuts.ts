import "server-only";
import { cutBySize, type PartitionCut } from "../domain/config-effects.ts";
import type { ErrorCode } from "../api/problem.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { type Base } from "./base.ts";
import { readOffsetsAt } from "./cluster-reads.ts";
import { gatherDetails } from "./topic-details.ts";

/** Cuts are where partitions would be cut, by number; `unknown` are the partitions of which it cannot be told, and why. */
export type Cuts = { cuts: Map<number, PartitionCut>; unknown: Map<number, ErrorCode> };

/** CutOf is where a partition is cut, why that cannot be told, or null when it is not to be cut. */
type CutOf = (
  partition: number,
  known: { start: bigint; end: bigint; sizeBytes: bigint | null },
) => OffsetOrError | null;

async function readCuts(base: Base, topic: TopicMetadata, cutOf: CutOf): Promise<Cuts> {
  const details = await gatherDetails(base, [topic.name], new Set(["offsets", "sizes"]));
  const offsets = details.offsets.get(topic.name);
  const sizes = details.sizes.get(topic.name);
  const cuts = new Map<number, PartitionCut>();
  const unknown = new Map<number, ErrorCode>();
  for (const { partition, leader } of topic.partitions) {
    const notTold: OffsetOrError = { error: leader === null ? "NO_LEADER" : "UNREACHABLE" };
    const start = offsets?.start[partition] ?? notTold;
    const end = offsets?.end[partition] ?? notTold;
    if ("error" in start || "error" in end) {
      const [first] = [start, end].flatMap((offset) => ("error" in offset ? [offset.error] : []));
      unknown.set(partition, first!);
      continue;
    }
    const sizeBytes = sizes?.replicas[partition]?.find(({ brokerId }) => brokerId === leader)?.sizeBytes ?? null;
    const known = { start: start.offset, end: end.offset, sizeBytes };
    const cut = cutOf(partition, known);
    if (cut && "error" in cut) unknown.set(partition, cut.error);
    else if (cut) cuts.set(partition, { ...known, cut: cut.offset });
  }
  return { cuts, unknown };
}

/** readCutsByTime finds where records older than a time (ms since the epoch) end, from the offsets that the brokers find for it. */
export async function readCutsByTime(base: Base, topic: TopicMetadata, time: bigint): Promise<Cuts> {
  // A negative time is no time to Kafka: -1 asks for the end, and all would be cut (ListOffsetsRequest).
  const asked = time < 0n ? 0n : time;
  const found = (await readOffsetsAt(base.state.client, [topic], asked)).get(topic.name);
  return readCuts(base, topic, (partition, { end }) => {
    const told: OffsetOrError = found?.[partition] ?? { error: "UNREACHABLE" };
    return "offset" in told && told.offset < 0n ? { offset: end } : told;
  });
}

/** readCutsBySize finds where partitions would be cut to fit a size in bytes. */
export async function readCutsBySize(base: Base, topic: TopicMetadata, limit: bigint): Promise<Cuts> {
  return readCuts(base, topic, (_, { start, end, sizeBytes }) =>
    sizeBytes === null ? { error: "UNREACHABLE" } : { offset: cutBySize(start, end, sizeBytes, limit) },
  );
}

/** readCutsAt takes the cuts as given, by partition; -1 = the high watermark. */
export async function readCutsAt(base: Base, topic: TopicMetadata, wanted: Map<number, bigint>): Promise<Cuts> {
  return readCuts(base, topic, (partition, { end }) => {
    const offset = wanted.get(partition);
    if (offset === undefined) return null;
    return { offset: offset === -1n ? end : offset };
  });
}

/** readCutsAtEnd cuts everything: what goes with the topic itself. */
export async function readCutsAtEnd(base: Base, topic: TopicMetadata): Promise<Cuts> {
  return readCuts(base, topic, (_, { end }) => ({ offset: end }));
}
