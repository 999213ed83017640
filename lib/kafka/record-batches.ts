import { BATCH_OVERHEAD, recordSize, type SizedRecord } from "../domain/record-size.ts";

/** OutRecord is a record to write; `timestamp` in epoch ms. A header's name may come more than once. */
export type OutRecord = SizedRecord & { timestamp: bigint };

const MOST_BYTES = 900_000;
const MOST_IN_BATCH = 10_000;

// Deltas of offset and timestamp take up to 15 bytes more than in a batch's first record.
const DELTAS = 15;

// @platformatic/kafka writes a delta of timestamps beyond 31 bits wrong (its zigzag code shifts by 31): such records go into batches of their own.
const FARTHEST_MS = 2n ** 31n - 1n;

function near(first: OutRecord, record: OutRecord): boolean {
  const delta = record.timestamp - first.timestamp;
  return delta <= FARTHEST_MS && delta >= -FARTHEST_MS;
}

/** cutBatches cuts records into batches of at most about 0.9 MB, or `maxBytes` (max.message.bytes) when that is less, in their order; a record that is larger than that is a batch of its own, so that a refusal is its alone. */
export function cutBatches<R extends OutRecord>(records: readonly R[], maxBytes: number | null): R[][] {
  const most = Math.min(MOST_BYTES, maxBytes ?? MOST_BYTES) - BATCH_OVERHEAD;
  const batches: R[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = recordSize(record) + DELTAS;
    const last = batches.at(-1);
    const fits = last && bytes + size <= most && last.length < MOST_IN_BATCH && near(last[0]!, record);
    if (fits) last.push(record);
    else batches.push([record]);
    bytes = batches.at(-1)!.length === 1 ? size : bytes + size;
  }
  return batches;
}
