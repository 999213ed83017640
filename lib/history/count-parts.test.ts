import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCounts, StoredCounts } from "./chunks.ts";
import { absentCount, ByteReader } from "./codec.ts";
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

// What version 2 of the file held: the packed counts alone.
function withoutSums(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  reader.number();
  reader.section();
  return new Uint8Array(reader.rest());
}

function toParts(
  chunks: Kept[],
  written: (bytes: Uint8Array) => Uint8Array,
): { intervals: Interval[]; parts: CountPart[] } {
  const intervals: Interval[] = [];
  const parts = chunks.map(({ counts, rows }) => {
    const byId = new Map(
      Object.entries(counts).map(([name, columns]) => [idOf(name), columns.map((column) => Float64Array.from(column))]),
    );
    const bytes = written(encodeCounts("broker", byId, length));
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
  ["with their sums", (bytes: Uint8Array) => bytes],
  ["as version 2 of the file wrote them", withoutSums],
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
  const { intervals, parts } = toParts(
    [{ counts: { a: measures.map(() => [1, 2, 3]) }, rows: null }],
    (bytes) => bytes,
  );
  expect(readOne(parts, intervals, { measures, name: "z" }).map(({ top }) => top.size)).toEqual([0, 0]);
});
