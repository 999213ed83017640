/** CommandToken is a piece of a command: plain text, or a value that is set apart by colour. Pieces follow each other without a space. */
export type CommandToken = string | { value: string };

/** commandText is a command as a shell reads it: its lines joined by backslashes, all but the first indented. */
export function commandText(lines: readonly (readonly CommandToken[])[]): string {
  const text = lines.map((line) => line.map((token) => (typeof token === "string" ? token : token.value)).join(""));
  return text.join(" \\\n  ");
}
