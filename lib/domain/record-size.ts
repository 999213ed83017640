type Bytes = Uint8Array | null;

/** SizedRecord is what a record's size depends on. */
export type SizedRecord = { key: Bytes; value: Bytes; headers: readonly { name: Uint8Array; value: Bytes }[] };

/** BATCH_OVERHEAD is the size in bytes of a record batch's header (magic 2; org.apache.kafka.common.record.DefaultRecordBatch.RECORD_BATCH_OVERHEAD). */
export const BATCH_OVERHEAD = 61;

function varintSize(value: number): number {
  let bytes = 1;
  for (let rest = value < 0 ? -value * 2 - 1 : value * 2; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

const bytesSize = (bytes: Bytes) => (bytes === null ? 1 : varintSize(bytes.length) + bytes.length);

/** recordSize is how many bytes a record takes as the first of an uncompressed batch: attributes, two deltas of 0, key, value and headers, each with its length (org.apache.kafka.common.record.DefaultRecord). */
export function recordSize({ key, value, headers }: SizedRecord): number {
  const headerBytes = headers.reduce((sum, header) => sum + bytesSize(header.name) + bytesSize(header.value), 0);
  const body = 3 + bytesSize(key) + bytesSize(value) + varintSize(headers.length) + headerBytes;
  return varintSize(body) + body;
}
