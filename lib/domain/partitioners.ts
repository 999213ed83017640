type Bytes = Uint8Array;
type Multiply = (a: number, b: number) => number;

const SEED = 0x9747b28c;
const M = 0x5bd1e995;

const byteAt = (key: Bytes, index: number) => key[index] ?? 0;
const blockAt = (key: Bytes, index: number) =>
  byteAt(key, index) | (byteAt(key, index + 1) << 8) | (byteAt(key, index + 2) << 16) | (byteAt(key, index + 3) << 24);

function tailOf(key: Bytes): number {
  const start = key.length & ~3;
  return byteAt(key, start) | (byteAt(key, start + 1) << 8) | (byteAt(key, start + 2) << 16);
}

function mix(key: Bytes, blocks: number, multiply: Multiply): number {
  let hash = SEED ^ key.length;
  for (let block = 0; block < blocks; block++) {
    const word = multiply(blockAt(key, block * 4), M);
    hash = multiply(hash, M) ^ multiply(word ^ (word >>> 24), M);
  }
  if (key.length % 4 !== 0) hash = multiply(hash ^ tailOf(key), M);
  hash = multiply(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}

/** murmur2 hashes a key as the Java client does, to a signed 32-bit integer (org.apache.kafka.common.utils.Utils.murmur2). */
export function murmur2(key: Bytes): number {
  return mix(key, Math.floor(key.length / 4), Math.imul);
}

// Multiplies in floating point, and takes the last incomplete block twice: what lies in topics was placed so.
function kafkajsLegacy(key: Bytes): number {
  return mix(key, Math.ceil(key.length / 4), (a, b) => a * b);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(key: Bytes): number {
  let crc = ~0;
  for (const byte of key) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function fnv1a(key: Bytes): number {
  let hash = 0x811c9dc5 | 0;
  for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

const toPositive = (hash: number) => hash & 0x7fffffff;

/** Partitioner is a way to choose a record's partition from its key. `clients` are those that place so (unless told otherwise), as they call themselves. */
export type Partitioner = { id: PartitionerId; name: string; clients: string };

/** PartitionerId names a partitioner; librdkafka's own names where it has them. */
export type PartitionerId =
  | "murmur2"
  | "consistent_random"
  | "consistent"
  | "fnv1a"
  | "fnv1a_reference"
  | "kafkajs_legacy";

/** partitioners are those that common clients have, the most common first. */
export const partitioners: readonly Partitioner[] = [
  {
    id: "murmur2",
    name: "murmur2",
    clients: "Java, Kafka Streams, Kafka Connect, Spark, franz-go, kafka-python, kafkajs",
  },
  {
    id: "consistent_random",
    name: "consistent_random (CRC32)",
    clients: "librdkafka: C, C++, Python, .NET, Go, Rust, PHP",
  },
  { id: "consistent", name: "consistent (CRC32)", clients: "librdkafka, empty keys too" },
  { id: "fnv1a", name: "fnv1a", clients: "Sarama, kafka-go Hash, librdkafka fnv1a_random" },
  { id: "fnv1a_reference", name: "fnv1a, positive", clients: "Sarama ReferenceHash, kafka-go ReferenceHash" },
  { id: "kafkajs_legacy", name: "LegacyPartitioner", clients: "kafkajs 1" },
];

// Hashes that are not negative; a null key hashes like an empty one where it hashes at all.
const hashes: Record<PartitionerId, (key: Bytes) => number> = {
  murmur2: (key) => toPositive(murmur2(key)),
  consistent_random: crc32,
  consistent: crc32,
  fnv1a: (key) => Math.abs(fnv1a(key)),
  fnv1a_reference: (key) => toPositive(fnv1a(key)),
  kafkajs_legacy: (key) => toPositive(kafkajsLegacy(key)),
};

function isSpread(id: PartitionerId, key: Bytes | null): boolean {
  if (id === "consistent") return false;
  return key === null || (id === "consistent_random" && key.length === 0);
}

/**
 * partitionOf gives the partition (0 .. partitions - 1) that a partitioner chooses for a key's bytes; null when it spreads such keys over all partitions: null keys, and under consistent_random empty ones.
 *
 * Sources: BuiltInPartitioner.partitionForKey of Kafka's Java client (murmur2, made positive by its sign bit); rd_kafka_msg_partitioner_* of librdkafka (CRC32 unsigned; murmur2_random is Java's; its fnv1a takes the absolute value like Sarama's NewHashPartitioner, which negates a negative remainder: the same); NewReferenceHashPartitioner of Sarama; LegacyPartitioner of kafkajs 2, the default of kafkajs 1.
 */
export function partitionOf(partitioner: PartitionerId, key: Bytes | null, partitions: number): number | null {
  if (isSpread(partitioner, key)) return null;
  return hashes[partitioner](key ?? new Uint8Array()) % partitions;
}
