import type { ErrorCode } from "../api/problem.ts";

/** KafkaError is every failure of a call to Kafka, with one code whichever client made it; `kafkaCode` is the protocol's own word (INVALID_CONFIG), `brokerMessage` the broker's sentence. */
export class KafkaError extends Error {
  override readonly name = "KafkaError";
  readonly code: ErrorCode;
  readonly kafkaCode: string | null;
  readonly brokerMessage: string | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; kafkaCode?: string; brokerMessage?: string | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.kafkaCode = options.kafkaCode ?? null;
    this.brokerMessage = options.brokerMessage ?? null;
  }
}
