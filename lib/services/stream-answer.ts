import "server-only";
import { problemAnswer, requestIdOf } from "./answer.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { readBody } from "./read-body.ts";
import { withRequestId } from "./request-context.ts";

/** StreamCall is a request for a stream: path parameters, the query string, and the signal that aborts when its reader leaves. */
export type StreamCall<P> = {
  params: P;
  query: Record<string, string>;
  signal: AbortSignal;
  body: () => Promise<unknown>;
};

/** Streamed is a stream to answer with; `headers` may make it a file to download. */
export type Streamed = { stream: ReadableStream<Uint8Array>; headers?: Record<string, string> };

type Context = { params?: Promise<Record<string, string | undefined>> };

/** streamAnswer makes a route of a service call that answers with a stream: newline-delimited JSON unless its headers say otherwise. What fails before the first line is a problem, as everywhere. */
export function streamAnswer<P extends Record<string, string>>(
  serve: (call: StreamCall<P>) => Promise<Streamed>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const id = requestIdOf(request);
    return withRequestId(id, async () => {
      try {
        refuseForeignOrigin(request);
        const { stream, headers } = await serve({
          params: ((await context?.params) ?? {}) as P,
          query: Object.fromEntries(new URL(request.url).searchParams),
          signal: request.signal,
          body: () => readBody(request),
        });
        return new Response(stream, {
          headers: {
            "content-type": "application/x-ndjson; charset=utf-8",
            "cache-control": "no-store, no-transform",
            "x-accel-buffering": "no",
            "x-request-id": id,
            ...headers,
          },
        });
      } catch (error) {
        return problemAnswer(error, id);
      }
    });
  };
}
