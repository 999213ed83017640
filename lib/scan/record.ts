/** BatchHeader is what a record batch (magic 2) says of itself. Offsets and ids are 64-bit; `sizeBytes` is the whole batch as stored. */
export type BatchHeader = {
  baseOffset: bigint;
  lastOffset: bigint;
  leaderEpoch: number;
  codec: "none" | "gzip" | "snappy" | "lz4" | "zstd";
  timestampType: "CreateTime" | "LogAppendTime";
  transactional: boolean;
  control: boolean;
  baseTimestamp: bigint;
  maxTimestamp: bigint;
  producerId: bigint;
  producerEpoch: number;
  baseSequence: number;
  records: number;
  sizeBytes: number;
};

/** LogRecord is one record as it lies in the log. Key, value and headers are views into a batch that is reused: copy what has to stay. `sizeBytes` is its own, uncompressed. `control` and `aborted` as in MessageRecord. */
export type LogRecord = {
  partition: number;
  offset: bigint;
  timestamp: bigint;
  key: Buffer | null;
  value: Buffer | null;
  headers: [name: Buffer, value: Buffer | null][];
  sizeBytes: number;
  control: "commit" | "abort" | null;
  aborted: boolean;
  batch: BatchHeader;
};
