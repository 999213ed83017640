const ROW = 16;

/** HexRow is a line of a hex dump: where it begins, its bytes as hex, and what of them is ASCII. */
export type HexRow = { at: string; hex: string; text: string };

/** hexDump lays bytes, given as hex, out in rows of 16. */
export function hexDump(hex: string): HexRow[] {
  const bytes = hex.match(/../g) ?? [];
  const rows: HexRow[] = [];
  for (let at = 0; at < bytes.length; at += ROW) {
    const row = bytes.slice(at, at + ROW);
    const text = row.map((byte) => toChar(Number.parseInt(byte, 16))).join("");
    const halves = [row.slice(0, 8).join(" "), row.slice(8).join(" ")];
    rows.push({ at: at.toString(16).padStart(6, "0"), hex: halves.filter(Boolean).join("  "), text });
  }
  return rows;
}

function toChar(code: number): string {
  return code >= 0x20 && code < 0x7f ? String.fromCodePoint(code) : "·";
}
