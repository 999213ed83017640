/** Cursor reads one after another what Kafka's flexible protocol versions (KIP-482) write into a buffer. `view` is over the same bytes: a Buffer puts a 64-bit number together of four. */
export class Cursor {
  readonly bytes: Buffer;
  readonly view: DataView;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  int16(): number {
    const value = this.bytes.readInt16BE(this.at);
    this.at += 2;
    return value;
  }

  int32(): number {
    const value = this.bytes.readInt32BE(this.at);
    this.at += 4;
    return value;
  }

  int64(): bigint {
    const value = this.view.getBigInt64(this.at);
    this.at += 8;
    return value;
  }

  uVarInt(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes.readUInt8(this.at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** string reads a compact string; null counts as empty. */
  string(): string {
    const length = Math.max(0, this.uVarInt() - 1);
    const text = this.bytes.toString("utf8", this.at, this.at + length);
    this.at += length;
    return text;
  }

  /** take gives the next bytes as a view, not a copy. */
  take(length: number): Buffer {
    const view = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return view;
  }

  /** array reads a compact array; null counts as empty. */
  array<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.uVarInt() - 1) }, read);
  }

  skipTags(): void {
    for (let count = this.uVarInt(); count > 0; count--) {
      this.uVarInt();
      const length = this.uVarInt();
      this.at += length;
    }
  }
}

/** writeUVarInt writes an unsigned varint at an index and gives the index behind it. */
export function writeUVarInt(bytes: Buffer, value: number, at: number): number {
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
  bytes[at++] = rest;
  return at;
}

/** writeString writes a compact string at an index and gives the index behind it. */
export function writeString(bytes: Buffer, text: string, at: number): number {
  const begin = writeUVarInt(bytes, Buffer.byteLength(text) + 1, at);
  return begin + bytes.write(text, begin);
}
