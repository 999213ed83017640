import type { Decoding } from "../api/messages.ts";

function integers(text: string): Buffer[] {
  if (!/^-?\d{1,19}$/.test(text)) return [];
  const value = BigInt(text);
  const wide = Buffer.alloc(8);
  const narrow = Buffer.alloc(4);
  if (BigInt.asIntN(64, value) !== value) return [];
  wide.writeBigInt64BE(value);
  if (BigInt.asIntN(32, value) !== value) return [wide];
  narrow.writeInt32BE(Number(value));
  return [wide, narrow];
}

function hex(text: string): Buffer[] {
  return /^([0-9a-f]{2})+$/i.test(text) ? [Buffer.from(text, "hex")] : [];
}

function uuid(text: string): Buffer[] {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? hex(text.replaceAll("-", "")) : [];
}

function base64(text: string): Buffer[] {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? [Buffer.from(text, "base64")] : [];
}

/** keyBytes gives the bytes that a key which reads as `text` may have: text as UTF-8, an integer in 8 or 4 bytes big endian, a UUID as text and in 16 bytes; with `auto` all that a key is shown as. Empty when the text is nothing of the kind. */
export function keyBytes(text: string, as: Decoding): Buffer[] {
  switch (as) {
    case "integer":
      return integers(text);
    case "hex":
      return hex(text);
    case "uuid":
      return uuid(text);
    case "base64":
      return base64(text);
    case "auto":
      return [Buffer.from(text), ...uuid(text), ...integers(text), ...hex(text)];
    default:
      return [Buffer.from(text)];
  }
}
