import "server-only";
import { gzipSync } from "node:zlib";

type Encoded = { text: string; gzip: Uint8Array<ArrayBuffer> | null };

// An answer that is kept is the same object again: it is written and compressed once.
const encoded = new WeakMap<object, Encoded>();

const worthCompressing = 1024;

function acceptsGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/i.test(request.headers.get("accept-encoding") ?? "");
}

function encode(value: object): Encoded {
  const known = encoded.get(value);
  if (known) return known;
  const fresh: Encoded = { text: JSON.stringify(value), gzip: null };
  encoded.set(value, fresh);
  return fresh;
}

/** jsonAnswer answers a request with a value as JSON, compressed when the client takes it and it is worth it. */
export function jsonAnswer(request: Request, value: unknown, headers: Record<string, string>): Response {
  const head = { ...headers, "content-type": "application/json", vary: "accept-encoding" };
  if (typeof value !== "object" || value === null) return new Response(JSON.stringify(value), { headers: head });
  const answer = encode(value);
  if (answer.text.length < worthCompressing || !acceptsGzip(request))
    return new Response(answer.text, { headers: head });
  answer.gzip ??= new Uint8Array(gzipSync(answer.text, { level: 5 }));
  return new Response(answer.gzip, { headers: { ...head, "content-encoding": "gzip" } });
}
