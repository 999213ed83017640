import type { z } from "zod";
import type { ErrorCode, FieldError } from "../api/problem.ts";
import { KafkaError } from "../kafka/kafka-error.ts";

/** InputError is an input that is wrong, or that the broker refused, with the fields it belongs to. */
export class InputError extends KafkaError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof KafkaError && "fields" in value;
  }

  readonly fields: FieldError[];

  constructor(message: string, fields: FieldError[], options: { code?: ErrorCode; cause?: unknown } = {}) {
    super(options.code ?? "INVALID", message, { cause: options.cause });
    this.fields = fields;
  }
}

/** parseInput checks a value with a schema of the wire; throws InputError that names every wrong field. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue): FieldError[] => {
    const path = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({
      path: path === "" ? key : `${path}.${key}`,
      message: "There is no such field.",
    }));
  });
  const [first] = fields;
  throw new InputError(`${first?.path || "The input"}: ${first?.message}`, fields);
}
