import { randomBytes } from "node:crypto";

/** randomUuid gives an id as Kafka writes them (org.apache.kafka.common.Uuid: 16 bytes, URL-safe base64, no leading -). */
export function randomUuid(): string {
  const id = randomBytes(16).toString("base64url");
  return id.startsWith("-") ? randomUuid() : id;
}
