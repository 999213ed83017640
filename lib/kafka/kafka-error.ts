import type { ErrorCode } from "../api/problem.ts";

// Bundlers give pages, routes and the start of the server a copy of this module each, and what one of them throws is caught by
// another: the mark tells a KafkaError whichever copy made it.
const mark = Symbol.for("highwater.KafkaError");

/** KafkaError is every failure of a call to Kafka, with one code whichever client made it; `kafkaCode` is the protocol's own word (INVALID_CONFIG), `brokerMessage` the broker's sentence. */
export class KafkaError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && mark in value;
  }

  override readonly name = "KafkaError";
  readonly [mark] = true;
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
