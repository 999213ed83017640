import { inject } from "vitest";
import { attachKafka, type LocalKafka } from "../kafka/index.ts";

/** testKafka gives the handle of the three brokers that all integration tests share. */
export function testKafka(): Promise<LocalKafka> {
  return attachKafka(inject("kafkaDir"));
}
