import { ApiError } from "@/lib/api/client.ts";

type QueryLike = { data: unknown; error: unknown };

/** isNotFound tells whether a read failed because there is no such topic (any more). */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === "NOT_FOUND";
}

/** failureOf is the error that a tab has to tell of; that the topic was deleted while it was shown is told once, above all tabs. */
export function failureOf({ data, error }: QueryLike): unknown {
  return data !== undefined && isNotFound(error) ? null : error;
}
