import { InputError } from "./input-error.ts";

/** MOST_BODY_BYTES is how large the body of a request may be. */
export const MOST_BODY_BYTES = 8 * 1024 * 1024;

function tooLarge(): InputError {
  return new InputError(`The body is larger than ${MOST_BODY_BYTES} bytes: send it in several requests.`, []);
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** readBody reads a request's JSON body; none is {}. What is larger than MOST_BODY_BYTES is not read to its end. Throws InputError. */
export async function readBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BODY_BYTES) throw tooLarge();
  const text = request.body === null ? "" : await readText(request.body);
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError("The body is not JSON.", [], { cause });
  }
}
