import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { asWritten, ByteReader, ByteWriter, readOffsets, unknownOffset, writeCounts, writeOffsets } from "./codec.ts";
import type { Interval } from "./store.ts";
import { addTo, emptySums, sizeOf, type Sums } from "./sums.ts";
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

// How counts begin. Since version 3 of the file their sums come first, not compressed: a total is read without unpacking
// its parts. Since version 4 the elements, how large they are, and the lengths of the blocks follow the sums: of
// thousands of elements only the blocks of those that are asked for are unpacked. Version 2 began with the mark of packed bytes.
const withSums = 2;
const inBlocks = 3;
const sumsOfInterval = ["known", "knownOf", "unknownOf"] as const;
const countsPerBlock = 8192;

/** encodeCounts writes the counts of a dimension over `length` intervals: of each id, each measure's values over time. */
export function encodeCounts(dimension: Dimension, counts: Map<number, Float64Array[]>, length: number): Uint8Array {
  const measures = measuresOf[dimension];
  const elements = [...counts.values()].map((columns) => columns.map((column) => column.map(asWritten)));
  const perBlock = Math.ceil(countsPerBlock / Math.max(1, measures.length * length));
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < elements.length; at += perBlock)
    blocks.push(encodeBlock(elements.slice(at, at + perBlock), measures.length));
  const head = new ByteWriter();
  head.number(elements.length);
  measures.forEach((_, measure) => {
    const sums = emptySums(length);
    for (const columns of elements) addTo(sums, columns[measure]!);
    for (const name of sumsOfInterval) for (const value of sums[name]) head.number(value);
  });
  for (const id of counts.keys()) head.number(id);
  for (const [first] of elements) head.number(sizeOf(first!));
  head.number(perBlock);
  for (const block of blocks) head.number(block.length);
  const writer = new ByteWriter();
  writer.number(inBlocks);
  writer.section(head.bytes);
  for (const block of blocks) writer.raw(block);
  return writer.bytes;
}

function encodeBlock(elements: Float64Array[][], measures: number): Uint8Array {
  const block = new ByteWriter();
  for (let measure = 0; measure < measures; measure++) {
    const section = new ByteWriter();
    for (const columns of elements) writeCounts(section, columns[measure]!);
    block.section(section.bytes);
  }
  return pack(block.bytes);
}

/** Contents are the elements of a chunk: their ids, how large each is by the first measure (null: not written down), and, `perBlock` of them together, their counts, a section a measure. */
type Contents = { ids: number[]; sizes: number[] | null; perBlock: number; block(nth: number): Uint8Array[] };

/** StoredCounts reads what encodeCounts wrote, of `length` intervals. */
export class StoredCounts {
  readonly #measures: readonly string[];
  readonly #length: number;
  readonly #mark: number;
  readonly #head: Uint8Array | null;
  readonly #body: Uint8Array;
  #contents: Contents | null = null;

  constructor(dimension: Dimension, bytes: Uint8Array, length: number) {
    this.#measures = measuresOf[dimension];
    this.#length = length;
    this.#mark = bytes[0]!;
    const hasHead = this.#mark === withSums || this.#mark === inBlocks;
    const reader = new ByteReader(hasHead ? bytes.subarray(1) : bytes);
    this.#head = hasHead ? reader.section() : null;
    this.#body = reader.rest();
  }

  /** size is how many elements are counted. */
  get size(): number {
    return this.#head ? new ByteReader(this.#head).number() : this.ids.length;
  }

  /** ids are the numbers of the elements. */
  get ids(): number[] {
    return this.#read.ids;
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

  /** sizes gives what the known counts of a measure add up to, by the place of their id. */
  sizes(measure: string): number[] {
    const { sizes } = this.#read;
    if (sizes && measure === this.#measures[0]) return sizes;
    const found: number[] = [];
    this.each(measure, null, (_, counts) => found.push(sizeOf(counts)));
    return found;
  }

  /** each hands over the counts of a measure by the place of their id: of all ids, or of those at some places, in order. The array is used again for the next. */
  each(measure: string, places: number[] | null, take: (place: number, counts: Float64Array) => void): void {
    const { ids, perBlock, block } = this.#read;
    const column = this.#measures.indexOf(measure);
    const counts = new Float64Array(this.#length);
    let [nth, next] = [-1, 0];
    let reader = new ByteReader(new Uint8Array());
    for (const place of places ?? ids.keys()) {
      if (Math.floor(place / perBlock) !== nth) {
        nth = Math.floor(place / perBlock);
        next = nth * perBlock;
        reader = new ByteReader(block(nth)[column]!);
      }
      reader.skip((place - next) * counts.length);
      reader.counts(counts);
      take(place, counts);
      next = place + 1;
    }
  }

  get #read(): Contents {
    return (this.#contents ??= this.#mark === inBlocks ? this.#readBlocks() : this.#readWhole());
  }

  #readBlocks(): Contents {
    const reader = new ByteReader(this.#head!);
    const size = reader.number();
    reader.skip(this.#measures.length * sumsOfInterval.length * this.#length);
    const ids = Array.from({ length: size }, () => reader.number());
    const sizes = Array.from({ length: size }, () => reader.number());
    const perBlock = reader.number();
    let end = 0;
    const packed = Array.from({ length: Math.ceil(size / perBlock) }, () => {
      const at = end;
      end += reader.number();
      return this.#body.subarray(at, end);
    });
    const unpacked: Uint8Array[][] = [];
    return { ids, sizes, perBlock, block: (nth) => (unpacked[nth] ??= this.#sections(unpack(packed[nth]!))) };
  }

  #readWhole(): Contents {
    const reader = unpack(this.#body);
    const ids = Array.from({ length: reader.number() }, () => reader.number());
    const sections = this.#sections(reader);
    return { ids, sizes: null, perBlock: Math.max(1, ids.length), block: () => sections };
  }

  #sections(reader: ByteReader): Uint8Array[] {
    return this.#measures.map(() => reader.section());
  }
}

/** orNull turns a column as it is kept into one as it is read. */
export function orNull(column: ArrayLike<bigint>): (bigint | null)[] {
  return Array.from(column, (offset) => (offset === unknownOffset ? null : offset));
}
