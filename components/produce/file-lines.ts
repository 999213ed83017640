/** FileLine is one record of a file as it stands there; `line` counts from 1, of a CSV record its first. */
export type FileLine = { line: number; text: string };

/** lineCutter gives a function that takes pieces of a file and gives the records that are whole; without a piece it gives the rest. In a CSV a line feed within quotes is part of the field (RFC 4180). Empty lines are left out. */
export function lineCutter(csv: boolean): (piece?: string) => FileLine[] {
  let rest = "";
  let line = 1;
  let first = 1;
  let quoted = false;
  const take = (text: string, lines: FileLine[]) => {
    const trimmed = text.replace(/\r$/, "");
    if (trimmed !== "") lines.push({ line: first, text: trimmed });
  };
  return (piece) => {
    const lines: FileLine[] = [];
    const pieces = (piece ?? "").split("\n");
    for (const [index, part] of pieces.entries()) {
      rest += part;
      if (csv && (part.split('"').length - 1) % 2 === 1) quoted = !quoted;
      if (index === pieces.length - 1) break;
      line += 1;
      if (quoted) rest += "\n";
      else {
        take(rest, lines);
        rest = "";
        first = line;
      }
    }
    if (piece === undefined) take(rest, lines);
    return lines;
  };
}

/** readFile reads a file's records with the bytes read so far, as they come. */
export async function* readFile(file: Blob, csv: boolean): AsyncGenerator<{ lines: FileLine[]; readBytes: number }> {
  const cut = lineCutter(csv);
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let readBytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      readBytes += value?.length ?? 0;
      const lines = cut(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      if (done) lines.push(...cut());
      yield { lines, readBytes };
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
