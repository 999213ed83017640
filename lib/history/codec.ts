/** Unknown stands in a column of offsets for one that is not known; Kafka's offsets are never negative. */
export const unknownOffset = -1n;

const highestBits = 0x80808080;
const largestDouble = BigInt(Number.MAX_SAFE_INTEGER);

/** ByteWriter writes varints (7 bits a byte, lowest first) into a buffer that grows. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #at = 0;

  /** bytes is what was written until now. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.subarray(0, this.#at));
  }

  /** number writes a whole number from 0 to 2^53 - 1. */
  number(value: number): void {
    this.#room();
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  /** bigint writes a whole number from 0 to 2^64. */
  bigint(value: bigint): void {
    if (value <= largestDouble) return this.number(Number(value));
    this.#room();
    let rest = value;
    while (rest > 127n) {
      this.#bytes[this.#at++] = Number(rest & 127n) | 128;
      rest >>= 7n;
    }
    this.#bytes[this.#at++] = Number(rest);
  }

  /** section writes bytes with their length before them, so that a reader can pass over them. */
  section(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.raw(bytes);
  }

  /** raw writes bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #room(needed = 16): void {
    if (this.#at + needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + needed));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** ByteReader reads what ByteWriter wrote; throws a RangeError past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** number reads a whole number up to 2^53 - 1. */
  number(): number {
    let byte = this.#byte();
    let value = byte & 127;
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = this.#byte();
      value += (byte & 127) * factor;
    }
    return value;
  }

  /** bigint reads a whole number of any size. */
  bigint(): bigint {
    const start = this.#at;
    let length = 1;
    while (this.#byte() > 127) length += 1;
    this.#at = start;
    if (length <= 7) return BigInt(this.number());
    let value = 0n;
    for (let index = 0; index < length; index++) value |= BigInt(this.#byte() & 127) << BigInt(7 * index);
    return value;
  }

  /** counts fills an array with counts that writeCounts wrote. Answers over a day read millions of them. */
  counts(into: Float64Array): void {
    const bytes = this.#bytes;
    let place = this.#at;
    for (let index = 0; index < into.length; index++) {
      let byte = bytes[place++]!;
      let written = byte & 127;
      for (let factor = 128; byte > 127; factor *= 128) {
        byte = bytes[place++]!;
        written += (byte & 127) * factor;
      }
      into[index] = written === 0 ? Number.NaN : written - 2;
    }
    if (place > bytes.length) throw new RangeError("There are no more bytes.");
    this.#at = place;
  }

  /** skip passes over whole numbers. One of thousands is looked for: four bytes at a time, of which those without their highest bit end a number. */
  skip(numbers: number): void {
    const bytes = this.#bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let [left, place] = [numbers, this.#at];
    for (; left >= 4 && place + 4 <= bytes.length; place += 4) {
      const ends = (~view.getInt32(place) & highestBits) >>> 7;
      left -= Math.imul(ends, 0x01010101) >>> 24;
    }
    for (; left > 0 && place < bytes.length; place++) if (bytes[place]! < 128) left -= 1;
    this.#at = place;
  }

  /** section reads the bytes of a section. */
  section(): Uint8Array {
    const length = this.number();
    const from = this.#at;
    if (from + length > this.#bytes.length) throw new RangeError("The section is cut off.");
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  /** rest is what has not been read. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError("There are no more bytes.");
    return byte;
  }
}

/** writeOffsets writes one column of offsets over time as differences; unknownOffset is kept. */
export function writeOffsets(writer: ByteWriter, column: ArrayLike<bigint>): void {
  let before = 0n;
  for (let index = 0; index < column.length; index++) {
    const offset = column[index]!;
    if (offset === unknownOffset) {
      writer.number(0);
      continue;
    }
    const step = offset - before;
    writer.bigint((step >= 0n ? step << 1n : (-step << 1n) - 1n) + 1n);
    before = offset;
  }
}

/** readOffsets reads a column of `length` offsets. */
export function readOffsets(reader: ByteReader, length: number): bigint[] {
  let before = 0n;
  return Array.from({ length }, () => {
    const written = reader.bigint();
    if (written === 0n) return unknownOffset;
    const folded = written - 1n;
    before += folded & 1n ? -((folded + 1n) >> 1n) : folded >> 1n;
    return before;
  });
}

/** absentCount stands in a column of counts where there was nothing to count: a topic that was not there yet, say. */
export const absentCount = -1;

/** asWritten is a count as it is kept: a whole number. */
export function asWritten(count: number): number {
  return Math.round(count);
}

/** writeCounts writes one column of counts (whole, from 0; NaN = not known; absentCount). */
export function writeCounts(writer: ByteWriter, column: ArrayLike<number>): void {
  for (let index = 0; index < column.length; index++) {
    const count = column[index]!;
    writer.number(Number.isNaN(count) ? 0 : asWritten(count) + 2);
  }
}
