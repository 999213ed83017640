import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absentCount, ByteReader, ByteWriter, readOffsets, unknownOffset, writeCounts, writeOffsets } from "./codec.ts";

function throughBytes(column: bigint[]): bigint[] {
  const writer = new ByteWriter();
  writeOffsets(writer, column);
  return readOffsets(new ByteReader(writer.bytes), column.length);
}

describe("a column of offsets comes back as it was", () => {
  const cases: [sentence: string, column: bigint[]][] = [
    ["when it is empty", []],
    ["when it stands still", [7n, 7n, 7n]],
    ["when it grows", [0n, 1n, 128n, 16_384n, 16_385n]],
    ["when it falls: a topic was made anew", [900n, 3n, 5n]],
    ["with unknown ones first, between and last", [unknownOffset, 5n, unknownOffset, 9n, unknownOffset]],
    ["when nothing is known", [unknownOffset, unknownOffset]],
    ["beyond what a double counts", [2n ** 53n + 1n, 2n ** 62n, 2n ** 62n + 1n, 0n]],
    ["at the largest offset that Kafka has", [2n ** 63n - 1n, 0n, 2n ** 63n - 1n]],
  ];

  test.each(cases)("%s", (_, column) => expect(throughBytes(column)).toEqual(column));

  test("whatever it does: random walks", () => {
    for (let round = 0; round < 200; round++) {
      let offset = BigInt(Math.floor(Math.random() * 2 ** 40));
      const column = Array.from({ length: 50 }, () => {
        offset += BigInt(Math.floor((Math.random() - 0.2) * 10 ** Math.floor(Math.random() * 9)));
        if (offset < 0n) offset = 0n;
        return Math.random() < 0.1 ? unknownOffset : offset;
      });
      expect(throughBytes(column)).toEqual(column);
    }
  });
});

test("counts come back, and what is not known stays so", () => {
  const column = [0, 1, 127, 128, Number.NaN, absentCount, 2 ** 52];
  const writer = new ByteWriter();
  writeCounts(writer, column);
  const read = new Float64Array(column.length);
  new ByteReader(writer.bytes).counts(read);
  expect(Array.from(read)).toEqual(column);
});

test("counts that are not asked for are passed over", () => {
  const writer = new ByteWriter();
  writeCounts(writer, [0, 127, 128, Number.NaN, 2 ** 52]);
  writeCounts(writer, [7]);
  const reader = new ByteReader(writer.bytes);
  reader.skip(5);
  const read = new Float64Array(1);
  reader.counts(read);
  expect(read[0]).toBe(7);
  expect(() => reader.counts(read)).toThrow(RangeError);
});

test("any number of them is passed over, of any size", () => {
  const sizes = fc.integer({ min: 0, max: 52 }).map((bits) => 2 ** bits);
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 40 }), fc.nat(), (values, any) => {
      const writer = new ByteWriter();
      for (const value of values) writer.number(value);
      const reader = new ByteReader(writer.bytes);
      const passed = any % values.length;
      reader.skip(passed);
      expect(reader.number()).toBe(values[passed]);
    }),
  );
});

test("a section can be passed over, and one that is cut off is said to be", () => {
  const inner = new ByteWriter();
  for (let value = 0; value < 3000; value++) inner.number(value);
  const writer = new ByteWriter();
  writer.section(inner.bytes);
  writer.number(42);
  const reader = new ByteReader(writer.bytes);
  expect(reader.section()).toEqual(inner.bytes);
  expect(reader.number()).toBe(42);
  expect(() => reader.number()).toThrow(RangeError);
  expect(() => new ByteReader(writer.bytes.slice(0, 100)).section()).toThrow("cut off");
});
