import "server-only";

/** jobLines gives the lines of a job's answer one by one; the next piece is asked for once all of the last were taken. */
export async function* jobLines<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const bytes of stream) {
    const parts = decoder.decode(bytes, { stream: true }).split("\n");
    pieces.push(parts[0]!);
    for (const part of parts.slice(1)) {
      yield JSON.parse(pieces.join("")) as T;
      pieces = [part];
    }
  }
}
