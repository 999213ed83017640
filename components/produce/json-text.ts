import { parse } from "lossless-json";

/** JsonFault is where a text stops being JSON (line and column from 1), and why. */
export type JsonFault = { line: number; column: number; reason: string };

function positionIn(error: unknown): number | null {
  const found = /at position (\d+)$/.exec((error as Error).message);
  return found ? Number(found[1]) : null;
}

/** findJsonFault tells where a text stops being JSON; null: it is JSON. */
export function findJsonFault(text: string): JsonFault | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return locate(text, error);
  }
}

// What JSON.parse says of the place differs from browser to browser.
function locate(text: string, known: unknown): JsonFault {
  try {
    parse(text);
  } catch (error) {
    const position = positionIn(error);
    if (position !== null) {
      const before = text.slice(0, position).split("\n");
      const reason = (error as Error).message.replace(/ at position \d+$/, "");
      return { line: before.length, column: before.at(-1)!.length + 1, reason };
    }
  }
  return { line: 1, column: 1, reason: (known as Error).message };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g;

/** formatJson lays JSON text out over lines, two spaces a level. Only white space changes: numbers and strings stay as they were written. */
export function formatJson(text: string): string {
  let depth = 0;
  let out = "";
  let before = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === "}" || token === "]";
    if (closes) depth -= 1;
    const empty = closes && (before === "{" || before === "[");
    const breaks = before === "," || before === "{" || before === "[" || closes;
    if (breaks && !empty) out += `\n${"  ".repeat(depth)}`;
    else if (before === ":") out += " ";
    out += token;
    if (token === "{" || token === "[") depth += 1;
    before = token;
  }
  return out;
}
