import { isUtf8 } from "node:buffer";
import type { Datum, Decoding, Encoding } from "../api/messages.ts";

const uuidBytes = 16;
// Control characters other than tab, line feed and carriage return: no text that a person wrote.
const unprintable = /[^\P{Cc}\t\n\r]/u;

function cutText(bytes: Buffer, encoding: "utf8" | "hex" | "base64", most: number): string {
  if (bytes.length <= most) return bytes.toString(encoding);
  const text = bytes.toString(encoding, 0, most);
  // The last character may have lost its end.
  return encoding === "utf8" ? text.replace(/\ufffd$/, "") : text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function toUuid(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// The version and variant of RFC 9562.
function isUuid(bytes: Buffer): boolean {
  const version = (bytes[6] ?? 0) >> 4;
  return bytes.length === uuidBytes && version >= 1 && version <= 8 && (bytes[8]! & 0xc0) === 0x80;
}

function toInteger(bytes: Buffer): string | null {
  if (bytes.length === 8) return String(bytes.readBigInt64BE());
  if (bytes.length === 4) return String(bytes.readInt32BE());
  if (bytes.length === 2) return String(bytes.readInt16BE());
  return bytes.length === 1 ? String(bytes.readInt8()) : null;
}

function guess(bytes: Buffer, most: number): Pick<Datum, "encoding" | "data"> {
  if (isUtf8(bytes)) {
    const text = cutText(bytes, "utf8", most);
    if (!unprintable.test(text)) {
      const json = looksLikeJson(text) && (bytes.length > most || isJson(text));
      return { encoding: json ? "json" : "text", data: text };
    }
  }
  if (isUuid(bytes)) return { encoding: "uuid", data: toUuid(bytes) };
  if (bytes.length === 8 || bytes.length === 4) return { encoding: "integer", data: toInteger(bytes)! };
  return { encoding: "hex", data: cutText(bytes, "hex", most) };
}

function decode(bytes: Buffer, as: Exclude<Decoding, "auto">, most: number): string | null {
  switch (as) {
    case "hex":
    case "base64":
      return cutText(bytes, as, most);
    case "integer":
      return toInteger(bytes);
    case "uuid":
      return bytes.length === uuidBytes ? toUuid(bytes) : null;
    default: {
      const text = isUtf8(bytes) ? cutText(bytes, "utf8", most) : null;
      return text === null || (as === "json" && bytes.length <= most && !isJson(text)) ? null : text;
    }
  }
}

// A vote can tell an integer or a UUID from text of the same size, but text among other bytes stays readable.
function guessAs(bytes: Buffer, winner: Encoding | null, most: number): Pick<Datum, "encoding" | "data"> {
  const isInteger = winner === "integer" && (bytes.length === 8 || bytes.length === 4);
  if (isInteger) return { encoding: "integer", data: toInteger(bytes)! };
  if (winner === "uuid" && bytes.length === uuidBytes) return { encoding: "uuid", data: toUuid(bytes) };
  const guessed = guess(bytes, most);
  if (winner !== "hex" || guessed.encoding === "json" || guessed.encoding === "text") return guessed;
  return { encoding: "hex", data: cutText(bytes, "hex", most) };
}

const lookedAtBytes = 1024;

/** seemsToBe guesses what bytes are, by their beginning. */
export function seemsToBe(bytes: Buffer): Encoding {
  return guess(bytes, lookedAtBytes).encoding;
}

/** toDatum makes a key, a value or a header's value readable: as asked, or as it seems to be, where `winner` says what others of its kind are. At most `most` bytes of it; what does not fit the decoding is shown as hex. */
export function toDatum(
  bytes: Buffer | null,
  as: Decoding,
  most: number,
  winner: Encoding | null = null,
): Datum | null {
  if (bytes === null) return null;
  const rest = { size: bytes.length, ...(bytes.length > most && { cut: true }) };
  if (as === "auto") return { ...guessAs(bytes, winner, most), ...rest };
  const data = decode(bytes, as, most);
  if (data !== null) return { encoding: as, data, ...rest };
  return { encoding: "hex", data: cutText(bytes, "hex", most), ...rest, mismatch: true };
}
