import "server-only";
import type { KeyAnswer, KeyQuery, KeyTarget } from "../api/keys.ts";
import { type KeyBytes, keyBytesOf } from "../domain/key-bytes.ts";
import { partitioners, partitionOf } from "../domain/partitioners.ts";
import { readTopicBase } from "./base.ts";
import type { Freshness } from "./freshness.ts";
import { InputError } from "./input-error.ts";
import { topicOf } from "./topics.ts";

/** readKey gives the bytes that a typed key may stand for. Throws InputError at `key` when it cannot be read as asked. */
export function readKey({ key, keyAs }: KeyQuery): KeyBytes[] {
  const readings = keyBytesOf(key, keyAs);
  if (readings.length > 0) return readings;
  const message = `"${key}" is not ${keyAs === "integer" ? "an integer of at most 64 bits" : keyAs}.`;
  throw new InputError(message, [{ path: "key", message }]);
}

function targetsOf(readings: KeyBytes[], partitions: number): KeyTarget[] {
  return partitioners.flatMap(({ id }) =>
    readings.map(({ encoding, bytes }) => ({
      partitioner: id,
      encoding,
      partition: partitionOf(id, bytes, partitions),
    })),
  );
}

/** findKey answers `GET topics/{topic}/messages/key`: the partition to which each common partitioner sends a key. Throws KafkaError NOT_FOUND, InputError. */
export async function findKey(
  clusterId: string,
  topic: string,
  query: KeyQuery,
  freshness?: Freshness,
): Promise<KeyAnswer> {
  const readings = readKey(query);
  const base = await readTopicBase(clusterId, topic, freshness);
  const partitions = topicOf(base, topic).partitions.length;
  return {
    ...base.evidence.answer(),
    key: query.key,
    partitions,
    readings: readings.map(({ encoding, bytes }) => ({ encoding, size: bytes.length })),
    targets: targetsOf(readings, partitions),
  };
}
