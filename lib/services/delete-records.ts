import "server-only";
import type { DeleteRecords, DeleteRecordsResult } from "../api/topics.ts";
import { deleteRecordsCommand } from "../domain/command-line.ts";
import { summarizeLoss, type PartitionCut } from "../domain/config-effects.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { type DeletedRecords, deleteRecords as deleteInKafka } from "../kafka/topic-changes.ts";
import { type Base, readBase } from "./base.ts";
import { changeCluster } from "./change.ts";
import type { ClusterState } from "./cluster-state.ts";
import { commandTarget } from "./command-target.ts";
import { type Cuts, readCutsAt, readCutsByTime } from "./cuts.ts";
import { InputError } from "./input-error.ts";
import { topicOf } from "./topics.ts";
import { readUnread } from "./unread.ts";

type Row = DeleteRecordsResult["partitions"][number];

function checkOffsets(topic: TopicMetadata, input: DeleteRecords, cuts: Map<number, PartitionCut>): void {
  const wrong = (input.offsets ?? []).flatMap(({ partition, offset }, index) => {
    const cut = cuts.get(partition);
    const path = `offsets.${index}`;
    if (partition >= topic.partitions.length)
      return [{ path: `${path}.partition`, message: `${topic.name} has no partition ${partition}.` }];
    if (cut && (cut.cut < 0n || cut.cut > cut.end))
      return [
        { path: `${path}.offset`, message: `Partition ${partition} ends at ${cut.end}: ${offset} lies outside of it.` },
      ];
    return [];
  });
  if (wrong.length > 0) throw new InputError(wrong[0]!.message, wrong);
}

async function readWanted(base: Base, topic: TopicMetadata, input: DeleteRecords): Promise<Cuts> {
  if (input.before !== undefined) return readCutsByTime(base, topic, BigInt(Date.parse(input.before)));
  return readCutsAt(base, topic, new Map(input.offsets!.map(({ partition, offset }) => [partition, BigInt(offset)])));
}

function toRows(cuts: Map<number, PartitionCut>, done: Map<number, DeletedRecords> | null): Row[] {
  return [...cuts].map(([partition, { start, cut }]) => {
    const result = done?.get(partition);
    const error = result && "error" in result ? result.error : null;
    const after = result && "logStartOffset" in result ? result.logStartOffset : cut > start ? cut : start;
    return {
      partition,
      logStartOffset: start.toString(),
      after: (error === null ? after : start).toString(),
      records: (error === null && after > start ? after - start : 0n).toString(),
      error,
    };
  });
}

async function send(
  state: ClusterState,
  topic: TopicMetadata,
  cuts: Map<number, PartitionCut>,
): Promise<Map<number, DeletedRecords>> {
  const moving = new Map(
    [...cuts].filter(([, { start, cut }]) => cut > start).map(([partition, { cut }]) => [partition, cut]),
  );
  const results = await deleteInKafka(state.client, topic.name, topic.partitions, moving);
  return new Map(results.map((result) => [result.partition, result]));
}

function rowsLeft(input: DeleteRecords, unknown: Cuts["unknown"]): Row[] {
  const asked = input.offsets && new Set(input.offsets.map(({ partition }) => partition));
  return [...unknown]
    .filter(([partition]) => !asked || asked.has(partition))
    .map(([partition, error]) => ({ partition, logStartOffset: null, after: null, records: null, error }));
}

/** deleteRecords answers `POST topics/{topic}/records/delete`: raises log start offsets to an offset or a time; partition by partition, an error stays beside the partition it belongs to. */
export async function deleteRecords(
  clusterId: string,
  name: string,
  input: DeleteRecords,
  validateOnly: boolean,
): Promise<DeleteRecordsResult> {
  const started = performance.now();
  return changeCluster(
    clusterId,
    { action: "delete-records", element: name, detail: { input }, validateOnly },
    async (state) => {
      const base = await readBase(clusterId, { notBefore: Date.now() });
      const topic = topicOf(base, name);
      const { cuts, unknown } = await readWanted(base, topic, input);
      checkOffsets(topic, input, cuts);
      const unread = await readUnread(base, name, cuts);
      const loss = summarizeLoss([...cuts.values()]);
      const done = validateOnly ? null : await send(state, topic, cuts);
      const partitions = [...toRows(cuts, done), ...rowsLeft(input, unknown)].toSorted(
        (a, b) => a.partition - b.partition,
      );
      const offsets = [...cuts].map(([partition, { cut }]) => ({ partition, offset: cut.toString() }));
      return {
        topic: name,
        validateOnly,
        records: partitions.reduce((sum, { records }) => sum + BigInt(records ?? 0), 0n).toString(),
        sizeBytes: loss.bytes?.toString() ?? null,
        partitions,
        unread,
        command: deleteRecordsCommand(commandTarget(state), name, offsets),
        durationMs: performance.now() - started,
      };
    },
  );
}
