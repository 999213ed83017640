import "server-only";
import { randomUUID } from "node:crypto";
import { ChangeQuery } from "../api/common.ts";
import type { ErrorCode, Problem } from "../api/problem.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { type Freshness, freshnessOf } from "./freshness.ts";
import { InputError, parseInput } from "./input-error.ts";
import { jsonAnswer } from "./json-answer.ts";
import { log } from "./log.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { readBody } from "./read-body.ts";
import { withRequestId } from "./request-context.ts";

const statuses: Record<ErrorCode, [status: number, title: string]> = {
  UNREACHABLE: [503, "The cluster cannot be reached"],
  TIMEOUT: [504, "Kafka did not answer in time"],
  NOT_FOUND: [404, "Not found"],
  UNAUTHENTICATED: [502, "Kafka refused the credentials"],
  UNAUTHORIZED: [403, "Kafka does not allow it"],
  INVALID: [400, "Not accepted"],
  CONFLICT: [409, "In conflict with what is there"],
  NO_LEADER: [503, "A partition has no leader"],
  UNSUPPORTED: [501, "This Kafka does not offer it"],
  READ_ONLY: [403, "Read-only"],
  FORBIDDEN_ORIGIN: [403, "Refused"],
  INTERNAL: [500, "Highwater failed"],
};

/** Call is one request to the API: path parameters (a route gets them decoded), the query string of a read, how new the data must be, and the JSON body. */
export type Call<P> = {
  params: P;
  query: Record<string, string>;
  validateOnly: boolean;
  freshness: Freshness;
  body: () => Promise<unknown>;
};

type Context = { params?: Promise<Record<string, string | undefined>> };

function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof KafkaError && error.code !== "INTERNAL" ? error : null;
  const code = known?.code ?? "INTERNAL";
  const [status, title] = statuses[code];
  const detail = known?.message ?? `It is in the log under the request id ${requestId}.`;
  const errors = error instanceof InputError && error.fields.length > 0 ? error.fields : undefined;
  return { type: "about:blank", title, status, code, detail, requestId, ...(errors && { errors }) };
}

/** problemAnswer answers with an error as application/problem+json (RFC 9457). An unexpected error is logged, and its text stays here. */
export function problemAnswer(error: unknown, requestId: string): Response {
  const problem = toProblem(error, requestId);
  if (problem.code === "INTERNAL") log().error({ requestId, err: error }, "request failed");
  else log().debug({ requestId, code: problem.code, detail: problem.detail }, "request refused");
  return Response.json(problem, {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", "x-request-id": requestId },
  });
}

// A change never guesses: with a misspelt validateOnly it would be made.
function readQuery(request: Request): Pick<Call<never>, "query" | "validateOnly"> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === "GET" || request.method === "HEAD") return { query, validateOnly: false };
  return { query: {}, validateOnly: parseInput(ChangeQuery, query).validateOnly ?? false };
}

/** requestIdOf is the id under which a request stands in the log: the one it brought, or a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** answer makes a route of a service call: reads the request, answers JSON, and turns every error into a problem. State-changing requests of other origins are refused first. */
export function answer<P extends Record<string, string>>(
  serve: (call: Call<P>) => Promise<unknown>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const id = requestIdOf(request);
    const started = performance.now();
    return withRequestId(id, async () => {
      try {
        refuseForeignOrigin(request);
        const value = await serve({
          params: ((await context?.params) ?? {}) as P,
          ...readQuery(request),
          freshness: freshnessOf(request.headers),
          body: () => readBody(request),
        });
        log().debug(
          {
            requestId: id,
            method: request.method,
            path: new URL(request.url).pathname,
            durationMs: Math.round(performance.now() - started),
          },
          "answered",
        );
        return jsonAnswer(value, { "x-request-id": id });
      } catch (error) {
        return problemAnswer(error, id);
      }
    });
  };
}
