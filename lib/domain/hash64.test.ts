import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createHash64, hash64, hashContent, hashKey } from "./hash64.ts";

function hex(text: string, seed = 0): string {
  const out = createHash64();
  hash64(Buffer.from(text), out, seed);
  return [...out].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

// The first 64 bits that the reference implementation (MurmurHash3.cpp of SMHasher) gives.
test.each([
  ["", 0, "0000000000000000"],
  ["", 1, "88c4adec54d201b9"],
  ["The quick brown fox jumps over the lazy dog", 0, "2f1583c3ecee2c67"],
])("MurmurHash3_x86_128 of %j with seed %i", (text, seed, expected) => {
  expect(hex(text, seed)).toBe(expected);
});

test("bytes hash alike wherever they lie", () => {
  const text = Buffer.from("an order of some length, and then some");
  const wide = Buffer.alloc(100);
  const hashes = [0, 1, 2, 3, 13].map((start) => {
    text.copy(wide, start);
    const out = createHash64();
    hash64(wide.subarray(start, start + text.length), out);
    return out.join();
  });
  expect(new Set(hashes).size).toBe(1);
});

function contentOf(key: string | null, value: string | null): string {
  const keyHash = createHash64();
  const out = createHash64();
  if (key !== null) hashKey(Buffer.from(key), keyHash);
  hashContent(key === null ? null : keyHash, value === null ? null : Buffer.from(value), out);
  return out.join();
}

test("null is not empty, and a key is not its value", () => {
  const contents = [
    [null, null],
    [null, ""],
    ["", null],
    ["", ""],
    ["a", "b"],
    ["b", "a"],
    ["", "ab"],
    ["ab", ""],
    ["ab", null],
    [null, "ab"],
  ] as const;
  expect(new Set(contents.map(([key, value]) => contentOf(key, value))).size).toBe(contents.length);
});

test("200,000 contents that differ in little have as many hashes, spread evenly over the highest bits", () => {
  const seen = new Set<string>();
  const buckets = Array.from({ length: 16 }, () => 0);
  const out = createHash64();
  for (let n = 0; n < 200_000; n++) {
    hash64(Buffer.from(`order-${n}`), out);
    seen.add(out.join());
    buckets[out[0]! >>> 28]! += 1;
  }
  expect(seen.size).toBe(200_000);
  for (const count of buckets) expect(Math.abs(count - 12_500)).toBeLessThan(600);
});

test("long values hash as well as short ones: one changed bit changes about half of the hash", () => {
  const value = createHash("sha512").update("value").digest();
  const plain = createHash64();
  hash64(value, plain);
  const other = createHash64();
  for (let bit = 0; bit < value.length * 8; bit++) {
    value[bit >> 3]! ^= 1 << (bit & 7);
    hash64(value, other);
    value[bit >> 3]! ^= 1 << (bit & 7);
    const changed = [0, 1].map((at) => ((plain[at]! ^ other[at]!) >>> 0).toString(2).replaceAll("0", "").length);
    expect(changed[0]! + changed[1]!).toBeGreaterThan(12);
  }
});
