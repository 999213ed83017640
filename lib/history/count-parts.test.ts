import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCounts, StoredCounts } from "./chunks.ts";
import { absentCount, ByteReader, ByteWriter, writeCounts } from "./codec.ts";
import { type CountPart, readAll, readOne, readTop, storedPart } from "./count-parts.ts";
import { openMemory } from "./sqlite-file.ts";
import { SeriesIds } from "./series-ids.ts";
import type { Interval } from "./store.ts";
import { topOf } from "./top-counts.ts";
import { measuresOf } from "./totals.ts";

const measures = measuresOf.broker;
const ids = new SeriesIds(openMemory(null).database, "test");
const idOf = (name: string) => ids.idOf({ kind: "counted-broker", name, topic: "" });

/** Kept is one chunk: by name, counts by measure and row; and which rows of it count. */
type Kept = { counts: Record<string, number[][]>; rows: number[] | null };

type Write = (byId: Map<number, Float64Array[]>) => Uint8Array;

const write: Write = (byId) => encodeCounts("broker", byId, length);

// What version 2 of the file held: the packed counts alone, in one piece.
const writeVersion2: Write = (byId) => {
  const body = new ByteWriter();
  body.number(byId.size);
  for (const id of byId.keys()) body.number(id);
  measures.forEach((_, measure) => {
    const section = new ByteWriter();
    for (const columns of byId.values()) writeCounts(section, columns[measure]!);
    body.section(section.bytes);
  });
  return Buffer.concat([Buffer.of(1), zstdCompressSync(body.bytes)]);
};

// Version 3 had the sums before them, as they are now.
const writeVersion3: Write = (byId) => {
  const writer = new ByteWriter();
  writer.number(2);
  writer.section(new ByteReader(write(byId).subarray(1)).section());
  writer.raw(writeVersion2(byId));
  return writer.bytes;
};

function toParts(chunks: Kept[], written: Write): { intervals: Interval[]; parts: CountPart[] } {
  const intervals: Interval[] = [];
  const parts = chunks.map(({ counts, rows }) => {
    const byId = new Map(
      Object.entries(counts).map(([name, columns]) => [idOf(name), columns.map((column) => Float64Array.from(column))]),
    );
    const bytes = written(byId);
    const at = intervals.length;
    for (const row of rows ?? [...Array(length).keys()]) intervals.push({ at: at + row, coveredMs: 1 });
    return storedPart("broker", { at, kept: rows, counts: new StoredCounts("broker", bytes, length), ids });
  });
  return { intervals, parts };
}

const length = 3;
const anyCount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 1_000_000 }) },
  fc.constant(Number.NaN),
  fc.constant(absentCount),
);
const anyColumns = fc.array(fc.array(anyCount, { minLength: length, maxLength: length }), {
  minLength: measures.length,
  maxLength: measures.length,
});
const anyChunk: fc.Arbitrary<Kept> = fc.record({
  counts: fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), anyColumns, { noNullPrototype: true }),
  rows: fc.constantFrom(null, [0], [1, 2]),
});

test.each([
  ["in blocks", write],
  ["as version 2 of the file wrote them", writeVersion2],
  ["as version 3 of the file wrote them", writeVersion3],
])("the largest and all others together are what reading every element gives, %s", (_, written) => {
  fc.assert(
    fc.property(fc.array(anyChunk, { maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (chunks, most) => {
      const { intervals, parts } = toParts(chunks, written);
      const all = measures.map((measure) => ({ intervals, counts: readAll(parts, intervals.length, measure) }));
      expect(readTop(parts, intervals, { measures, most })).toEqual(topOf(all, most));
      for (const name of all[0]!.counts.keys()) {
        const one = readOne(parts, intervals, { measures, name });
        expect(one.map(({ top }) => top.get(name))).toEqual(all.map(({ counts }) => counts.get(name)));
      }
    }),
  );
});

test("an element that was never counted has nothing", () => {
  const { intervals, parts } = toParts([{ counts: { a: measures.map(() => [1, 2, 3]) }, rows: null }], write);
  expect(readOne(parts, intervals, { measures, name: "z" }).map(({ top }) => top.size)).toEqual([0, 0]);
});

test("of thousands of elements, in many blocks, those that are asked for are read, and their sizes and sums are there", () => {
  const most = 5000;
  const columnsOf = (id: number) => measures.map((_, measure) => Float64Array.of(id, Number.NaN, id * 10 + measure));
  const byId = new Map(Array.from({ length: most }, (_, id) => [id, columnsOf(id)]));
  const counts = new StoredCounts("broker", write(byId), length);
  expect([counts.size, counts.ids.length, counts.ids.at(-1)]).toEqual([most, most, most - 1]);
  measures.forEach((measure, column) => {
    for (const places of [[0], [0, 1365, 1366, 4999], [3000, 3001], null]) {
      const read = new Map<number, number[]>();
      counts.each(measure, places, (place, values) => read.set(place, [...values]));
      const expected = places ?? [...byId.keys()];
      expect([...read]).toEqual(expected.map((place) => [place, [...byId.get(place)![column]!]]));
    }
    expect(counts.sizes(measure)).toEqual([...byId.keys()].map((id) => 11 * id + column));
    expect(counts.sums(measure).known[0]).toBe((most * (most - 1)) / 2);
  });
});
