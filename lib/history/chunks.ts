import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { ByteReader, ByteWriter, readOffsets, unknownOffset, writeCounts, writeOffsets } from "./codec.ts";
import type { Interval } from "./store.ts";
import { type Dimension, measuresOf } from "./totals.ts";

/** Columns are offsets over time, one array a column. */
export type Columns = ArrayLike<bigint>[];

// Chunks of the finest tier hold a minute: too short to be worth compressing.
const worthCompressing = 400;
// What is unpacked comes in one piece where it can: put together of pieces, it takes half again as long.
const usuallyGrows = 5;
const leastPiece = 16 * 1024;

function pack(bytes: Uint8Array): Uint8Array {
  if (bytes.length < worthCompressing) return prefixed(0, bytes);
  const packed = zstdCompressSync(bytes);
  return packed.length < bytes.length ? prefixed(1, packed) : prefixed(0, bytes);
}

function prefixed(mark: number, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = mark;
  whole.set(bytes, 1);
  return whole;
}

function unpack(bytes: Uint8Array): ByteReader {
  const body = bytes.subarray(1);
  if (bytes[0] !== 1) return new ByteReader(body);
  return new ByteReader(zstdDecompressSync(body, { chunkSize: Math.max(leastPiece, body.length * usuallyGrows) }));
}

/** encodeColumns writes columns of offsets of one length. */
export function encodeColumns(columns: Columns): Uint8Array {
  const writer = new ByteWriter();
  writer.number(columns.length);
  for (const column of columns) writeOffsets(writer, column);
  return pack(writer.bytes);
}

/** decodeColumns reads columns of `length` offsets; unknownOffset where one is not known. */
export function decodeColumns(bytes: Uint8Array, length: number): bigint[][] {
  const reader = unpack(bytes);
  return Array.from({ length: reader.number() }, () => readOffsets(reader, length));
}

/** encodeTimes writes the times of a chunk, and how much of the time before each was counted. */
export function encodeTimes(intervals: Interval[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(intervals.length);
  let before = 0;
  for (const { at, coveredMs } of intervals) {
    writer.number(at - before);
    writer.number(coveredMs);
    before = at;
  }
  return writer.bytes;
}

/** decodeTimes reads them. */
export function decodeTimes(bytes: Uint8Array): Interval[] {
  const reader = new ByteReader(bytes);
  let at = 0;
  return Array.from({ length: reader.number() }, () => {
    at += reader.number();
    return { at, coveredMs: reader.number() };
  });
}

/** encodeCounts writes the counts of a dimension: of each id, each measure's values over time. */
export function encodeCounts(dimension: Dimension, counts: Map<number, Float64Array[]>): Uint8Array {
  const writer = new ByteWriter();
  writer.number(counts.size);
  for (const id of counts.keys()) writer.number(id);
  measuresOf[dimension].forEach((_, measure) => {
    const section = new ByteWriter();
    for (const columns of counts.values()) writeCounts(section, columns[measure]!);
    writer.section(section.bytes);
  });
  return pack(writer.bytes);
}

/** StoredCounts reads what encodeCounts wrote, of `length` intervals. */
export class StoredCounts {
  readonly #dimension: Dimension;
  readonly ids: number[];
  readonly #sections: Uint8Array[];
  readonly #values: Float64Array;

  constructor(dimension: Dimension, bytes: Uint8Array, length: number) {
    const reader = unpack(bytes);
    this.#dimension = dimension;
    this.ids = Array.from({ length: reader.number() }, () => reader.number());
    this.#sections = measuresOf[dimension].map(() => reader.section());
    this.#values = new Float64Array(length);
  }

  /** each hands over the counts of a measure by the place of their id, of all ids or of one alone. The array is used again for the next. */
  each(measure: string, only: number | null, take: (index: number, counts: Float64Array) => void): void {
    const section = this.#sections[(measuresOf[this.#dimension] as readonly string[]).indexOf(measure)];
    const from = only === null ? 0 : this.ids.indexOf(only);
    if (section === undefined || from === -1) return;
    const reader = new ByteReader(section);
    const counts = this.#values;
    reader.skip(from * counts.length);
    const until = only === null ? this.ids.length : 1;
    for (let index = 0; index < until; index++) {
      reader.counts(counts);
      take(index, counts);
    }
  }
}

/** orNull turns a column as it is kept into one as it is read. */
export function orNull(column: ArrayLike<bigint>): (bigint | null)[] {
  return Array.from(column, (offset) => (offset === unknownOffset ? null : offset));
}
