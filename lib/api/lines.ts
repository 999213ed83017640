import { noAnswer, toError } from "./client.ts";

const BATCH_MS = 50;
const BATCH_LINES = 5000;

/** LinesOptions are how a stream is read: `signal` stops it, `onLines` gets the lines of about 50 ms in one call, in their order. With a `body` it is a POST of that as JSON. */
export type LinesOptions<T> = { signal: AbortSignal; onLines: (lines: T[]) => void; body?: unknown };

function batcher<T>(onLines: (lines: T[]) => void) {
  let waiting: T[] = [];
  let handedOverAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOver = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    handedOverAt = performance.now();
    onLines(lines);
  };
  const add = (lines: T[]) => {
    for (const line of lines) waiting.push(line);
    const due = handedOverAt + BATCH_MS - performance.now();
    if (due <= 0 || waiting.length >= BATCH_LINES) handOver();
    else timer ??= setTimeout(handOver, due);
  };
  return { add, handOver, drop: () => clearTimeout(timer) };
}

/** takeLines gives a function that turns pieces of NDJSON text into the lines that are whole; what is cut stays for the next piece. */
export function takeLines<T>(): (piece: string) => T[] {
  let rest = "";
  return (piece) => {
    if (!piece.includes("\n")) {
      rest += piece;
      return [];
    }
    const parts = (rest + piece).split("\n");
    rest = parts.pop() ?? "";
    return parts.filter((part) => part.trim() !== "").map((part) => JSON.parse(part) as T);
  };
}

async function readBody<T>(body: ReadableStream<Uint8Array>, options: LinesOptions<T>): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const take = takeLines<T>();
  const batch = batcher(options.onLines);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        if (!options.signal.aborted) batch.handOver();
        throw noAnswer(cause, options.signal);
      });
      batch.add(take(done ? `${decoder.decode()}\n` : decoder.decode(value, { stream: true })));
      if (done) break;
    }
    batch.handOver();
  } finally {
    batch.drop();
    await reader.cancel().catch(() => undefined);
  }
}

function initOf<T>({ signal, body }: LinesOptions<T>): RequestInit {
  const accept = "application/x-ndjson";
  if (body === undefined) return { signal, headers: { accept } };
  return {
    signal,
    headers: { accept, "content-type": "application/json" },
    method: "POST",
    body: JSON.stringify(body),
  };
}

/** readLines reads the NDJSON answer of `path` to its end. The next piece is asked for once the last was taken, so a slow reader slows the server. Throws ApiError for a problem answer (code of the API) and for a connection that breaks (UNREACHABLE), and what `signal` was aborted with; lines that came before a break are handed over first. */
export async function readLines<T>(path: string, options: LinesOptions<T>): Promise<void> {
  const response = await fetch(path, initOf(options)).catch((cause: unknown) => {
    throw noAnswer(cause, options.signal);
  });
  if (!response.ok) throw await toError(response);
  if (response.body) await readBody(response.body, options);
}
