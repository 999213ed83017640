import { expect, test } from "vitest";
import { murmur2, type PartitionerId, partitioners, partitionOf } from "./partitioners.ts";

const utf8 = new TextEncoder();
const ids: PartitionerId[] = ["murmur2", "consistent", "fnv1a", "fnv1a_reference", "kafkajs_legacy"];

// Hashes by Utils.murmur2 of kafka-clients 4.3.0.
test.each([
  ["", 275646681],
  ["a", -1563381124],
  ["ab", 316155434],
  ["abc", 479470107],
  ["abcd", -1323649548],
  ["abcde", 461995741],
  ["foobar", -790332482],
  ["a-little-bit-longer-string", -1486304829],
  ["user-한글", -242662987],
])("murmur2 of %j is Java's", (key, hash) => {
  expect(murmur2(utf8.encode(key))).toBe(hash);
});

test("murmur2 takes bytes beyond 127 as unsigned", () => {
  expect(murmur2(Uint8Array.of(0, 0xff, 0x80, 0xfe, 0x81))).toBe(-1702298267);
});

// Of 12 partitions, in the order of `ids`: BuiltInPartitioner of kafka-clients 4.3.0; librdkafka's consistent and
// fnv1a, read back with kcat; Go's hash/fnv under Sarama's rule; LegacyPartitioner of kafkajs 2.2.4.
test.each([
  ["21", [0, 4, 0, 8, 2]],
  ["foobar", [6, 5, 0, 8, 5]],
  ["order-88412009", [8, 6, 4, 4, 1]],
  ["user-한글", [1, 10, 3, 5, 0]],
  ["🙂", [3, 9, 3, 3, 8]],
  ["customer-42", [9, 5, 6, 2, 8]],
  ["a-little-bit-long-string", [8, 6, 4, 4, 2]],
])("%j goes where each client puts it", (key, expected) => {
  expect(ids.map((id) => partitionOf(id, utf8.encode(key), 12))).toEqual(expected);
});

test("an empty key is hashed, except by consistent_random", () => {
  const empty = new Uint8Array();
  expect(partitioners.map(({ id }) => partitionOf(id, empty, 7))).toEqual([2, null, 0, 2, 0, 5]);
});

test("a null key is spread, except by consistent", () => {
  expect(partitioners.map(({ id }) => partitionOf(id, null, 7))).toEqual([null, null, 0, null, null, null]);
});

test("a single partition takes every key", () => {
  expect(ids.map((id) => partitionOf(id, utf8.encode("any"), 1))).toEqual([0, 0, 0, 0, 0]);
});
