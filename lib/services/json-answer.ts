import "server-only";

// An answer that is kept is the same object again: it is written once.
const written = new WeakMap<object, string>();

function write(value: object): string {
  const text = written.get(value) ?? JSON.stringify(value);
  written.set(value, text);
  return text;
}

// What goes out in one round trip anyway (TCP begins with ten packets) takes longer to compress than to send.
const leastToCompress = 8192;

/** jsonAnswer answers with a value as JSON, which nobody may store. It is not compressed here: Next.js does that, and drops the header that would say it was. */
export function jsonAnswer(value: unknown, headers: Record<string, string>): Response {
  const text = typeof value === "object" && value !== null ? write(value) : JSON.stringify(value);
  const control = text.length < leastToCompress ? "no-store, no-transform" : "no-store";
  return new Response(text, {
    headers: { ...headers, "cache-control": control, "content-type": "application/json" },
  });
}
