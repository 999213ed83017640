import { describe, expect, test } from "vitest";
import { cutBatches, type OutRecord } from "./record-batches.ts";

const record = (bytes: number): OutRecord => ({ key: null, value: new Uint8Array(bytes), headers: [], timestamp: 0n });
const sizesOf = (sizes: number[], maxBytes: number | null) =>
  cutBatches(sizes.map(record), maxBytes).map((batch) => batch.map(({ value }) => value!.length));

describe("cutting records into batches", () => {
  const cases: [sentence: string, sizes: number[], maxBytes: number | null, batches: number[][]][] = [
    ["none make none", [], null, []],
    ["small ones go together", [1, 2, 3], null, [[1, 2, 3]]],
    ["the topic's limit cuts", [400, 400, 400], 1000, [[400, 400], [400]]],
    ["one over the limit stands alone", [10, 5000, 10], 1000, [[10], [5000], [10]]],
    ["large ones are cut without a limit", [500_000, 500_000], null, [[500_000], [500_000]]],
    ["a limit beyond ours does not widen", [500_000, 500_000], 9_000_000, [[500_000], [500_000]]],
  ];
  test("timestamps more than 31 bits apart are not in one batch", () => {
    const days = [0, 10, 30, 35, 0].map((day) => ({ ...record(1), timestamp: BigInt(day * 86_400_000) }));
    const cut = cutBatches(days, null).map((batch) => batch.map(({ timestamp }) => Number(timestamp) / 86_400_000));
    expect(cut).toEqual([[0, 10], [30, 35], [0]]);
  });

  test.each(cases)("%s", (_, sizes, maxBytes, batches) => expect(sizesOf(sizes, maxBytes)).toEqual(batches));
});
