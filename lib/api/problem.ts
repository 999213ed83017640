import { z } from "./zod.ts";

/** ErrorCode is what went wrong, in one word that scripts can rely on. */
export const ErrorCode = z.enum([
  "UNREACHABLE",
  "TIMEOUT",
  "NOT_FOUND",
  "UNAUTHENTICATED",
  "UNAUTHORIZED",
  "INVALID",
  "CONFLICT",
  "NO_LEADER",
  "UNSUPPORTED",
  "READ_ONLY",
  "FORBIDDEN_ORIGIN",
  "INTERNAL",
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** FieldError is one wrong field of an input: `path` ("configs.retention.ms", "name") and a sentence. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** Problem is every error answer, application/problem+json (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(FieldError).optional(),
});
export type Problem = z.infer<typeof Problem>;
