import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { asWritten, ByteReader, ByteWriter, readOffsets, unknownOffset, writeCounts, writeOffsets } from "./codec.ts";
import type { Interval } from "./store.ts";
import { addTo, emptySums, type Sums } from "./sums.ts";
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

// Counts are preceded by their sums, which are not compressed: a total is read without unpacking its parts. What was
// written before version 3 of the file begins with the mark of packed bytes instead.
const withSums = 2;
const sumsOfInterval = ["known", "knownOf", "unknownOf"] as const;

/** encodeCounts writes the counts of a dimension over `length` intervals: of each id, each measure's values over time. */
export function encodeCounts(dimension: Dimension, counts: Map<number, Float64Array[]>, length: number): Uint8Array {
  const head = new ByteWriter();
  const body = new ByteWriter();
  head.number(counts.size);
  body.number(counts.size);
  for (const id of counts.keys()) body.number(id);
  measuresOf[dimension].forEach((_, measure) => {
    const section = new ByteWriter();
    const sums = emptySums(length);
    for (const columns of counts.values()) {
      const written = columns[measure]!.map(asWritten);
      writeCounts(section, written);
      addTo(sums, written);
    }
    body.section(section.bytes);
    for (const name of sumsOfInterval) for (const value of sums[name]) head.number(value);
  });
  const writer = new ByteWriter();
  writer.number(withSums);
  writer.section(head.bytes);
  writer.raw(pack(body.bytes));
  return writer.bytes;
}

type Body = { ids: number[]; sections: Uint8Array[] };

/** StoredCounts reads what encodeCounts wrote, of `length` intervals. */
export class StoredCounts {
  readonly #measures: readonly string[];
  readonly #length: number;
  readonly #head: Uint8Array | null;
  readonly #packed: Uint8Array;
  #body: Body | null = null;

  constructor(dimension: Dimension, bytes: Uint8Array, length: number) {
    this.#measures = measuresOf[dimension];
    this.#length = length;
    const reader = new ByteReader(bytes);
    this.#head = bytes[0] === withSums && reader.number() === withSums ? reader.section() : null;
    this.#packed = reader.rest();
  }

  /** size is how many elements are counted. */
  get size(): number {
    return this.#head ? new ByteReader(this.#head).number() : this.ids.length;
  }

  /** ids are the numbers of the elements. */
  get ids(): number[] {
    return this.#unpacked.ids;
  }

  /** sums gives the sums of a measure over all elements. */
  sums(measure: string): Sums {
    const sums = emptySums(this.#length);
    if (this.#head) {
      const reader = new ByteReader(this.#head);
      reader.skip(1 + this.#measures.indexOf(measure) * sumsOfInterval.length * this.#length);
      for (const name of sumsOfInterval) sums[name].forEach((_, index, values) => (values[index] = reader.number()));
    } else this.each(measure, null, (_, counts) => addTo(sums, counts));
    return sums;
  }

  /** each hands over the counts of a measure by the place of their id: of all ids, or of those at some places, in order. The array is used again for the next. */
  each(measure: string, places: number[] | null, take: (place: number, counts: Float64Array) => void): void {
    const { ids, sections } = this.#unpacked;
    const reader = new ByteReader(sections[this.#measures.indexOf(measure)] ?? new Uint8Array());
    const counts = new Float64Array(this.#length);
    let next = 0;
    for (const place of places ?? ids.keys()) {
      reader.skip((place - next) * counts.length);
      reader.counts(counts);
      take(place, counts);
      next = place + 1;
    }
  }

  get #unpacked(): Body {
    if (this.#body) return this.#body;
    const reader = unpack(this.#packed);
    const ids = Array.from({ length: reader.number() }, () => reader.number());
    this.#body = { ids, sections: this.#measures.map(() => reader.section()) };
    return this.#body;
  }
}

/** orNull turns a column as it is kept into one as it is read. */
export function orNull(column: ArrayLike<bigint>): (bigint | null)[] {
  return Array.from(column, (offset) => (offset === unknownOffset ? null : offset));
}
