import type { Batch } from "./batches.ts";
import type { LogRecord } from "./record.ts";

// Varints are read with numbers, not bigints: lengths and deltas of one batch are far below 2^53.
class RecordReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  varInt(): number {
    let byte = this.bytes[this.at++]!;
    if (byte < 128) return (byte >>> 1) ^ -(byte & 1);
    let value = byte & 127;
    let scale = 128;
    do {
      byte = this.bytes[this.at++]!;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  field(): Buffer | null {
    const length = this.varInt();
    if (length < 0) return null;
    const view = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return view;
  }

  headers(): LogRecord["headers"] {
    const count = this.varInt();
    const headers: LogRecord["headers"] = [];
    for (let index = 0; index < count; index++) headers.push([this.field() ?? Buffer.alloc(0), this.field()]);
    return headers;
  }
}

function controlOf(key: Buffer | null): "commit" | "abort" {
  return key !== null && key.length >= 4 && key.readInt16BE(2) === 0 ? "abort" : "commit";
}

/** eachRecord reads the records of a batch out of its uncompressed `payload`, which begins at an index (org.apache.kafka.common.record.DefaultRecord). The record that is handed over is new; its key, value and headers are views. */
export function eachRecord(
  batch: Batch,
  payload: { bytes: Buffer; start: number },
  context: { partition: number; aborted: boolean },
  onRecord: (record: LogRecord) => void,
): void {
  const { header } = batch;
  const reader = new RecordReader(payload.bytes, payload.start);
  const appendTime = header.timestampType === "LogAppendTime" ? header.maxTimestamp : null;
  for (let index = 0; index < header.records; index++) {
    const from = reader.at;
    const end = reader.varInt() + reader.at;
    reader.at += 1;
    const timestampDelta = reader.varInt();
    const offsetDelta = reader.varInt();
    const key = reader.field();
    const value = reader.field();
    const headers = reader.headers();
    reader.at = end;
    onRecord({
      partition: context.partition,
      offset: header.baseOffset + BigInt(offsetDelta),
      timestamp: appendTime ?? header.baseTimestamp + BigInt(timestampDelta),
      key,
      value,
      headers,
      sizeBytes: end - from,
      control: header.control ? controlOf(key) : null,
      aborted: context.aborted,
      batch: header,
    });
  }
}
