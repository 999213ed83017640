/** KeyEncoding says how a key that a person typed becomes bytes: its UTF-8 text, a big-endian integer of 4 or 8 bytes, the 16 bytes of a UUID, or the bytes that hex or base64 stand for. */
export type KeyEncoding = "text" | "int32" | "int64" | "uuid" | "hex" | "base64";

/** KeyBytes is what a typed key may be in the log. */
export type KeyBytes = { encoding: KeyEncoding; bytes: Uint8Array };

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hexPattern = /^(0x)?([0-9a-f]{2})*$/i;
const base64Pattern = /^[A-Za-z0-9+/_-]*={0,2}$/;
// As a serializer's counterpart prints it: no plus, no leading zeros.
const integerPattern = /^(0|-?[1-9]\d{0,18})$/;

const fits = (value: bigint, bits: number) => BigInt.asIntN(bits, value) === value;

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function textOf(key: string): KeyBytes[] {
  return [{ encoding: "text", bytes: new TextEncoder().encode(key) }];
}

function integersOf(key: string): KeyBytes[] {
  if (!integerPattern.test(key)) return [];
  const value = BigInt(key);
  const bytes = new DataView(new ArrayBuffer(12));
  bytes.setInt32(0, Number(BigInt.asIntN(32, value)));
  bytes.setBigInt64(4, value);
  const found: KeyBytes[] = [];
  if (fits(value, 32)) found.push({ encoding: "int32", bytes: new Uint8Array(bytes.buffer, 0, 4) });
  if (fits(value, 64)) found.push({ encoding: "int64", bytes: new Uint8Array(bytes.buffer, 4, 8) });
  return found;
}

function uuidOf(key: string): KeyBytes[] {
  return uuidPattern.test(key) ? [{ encoding: "uuid", bytes: fromHex(key.replaceAll("-", "")) }] : [];
}

function hexOf(key: string): KeyBytes[] {
  return hexPattern.test(key) ? [{ encoding: "hex", bytes: fromHex(key.replace(/^0x/i, "")) }] : [];
}

// Only what would be shown as hex: not text, nor the size of an integer or a UUID.
function binaryOf(key: string): KeyBytes[] {
  return hexOf(key).filter(({ bytes }) => ![4, 8, 16].includes(bytes.length) && bytes.some(isNoText));
}

const isNoText = (byte: number) => byte > 0x7f || (byte < 0x20 && ![9, 10, 13].includes(byte));

function base64Of(key: string): KeyBytes[] {
  const digits = key.replace(/=+$/, "");
  if (!base64Pattern.test(key) || digits.length % 4 === 1) return [];
  const binary = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  return [{ encoding: "base64", bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)) }];
}

const readings = {
  auto: (key: string) => [...textOf(key), ...integersOf(key), ...uuidOf(key), ...binaryOf(key)],
  json: textOf,
  text: textOf,
  integer: integersOf,
  uuid: (key: string) => [...uuidOf(key), ...uuidOf(key).flatMap(() => textOf(key))],
  hex: hexOf,
  base64: base64Of,
};

/** keyBytesOf lists the bytes that a typed key may stand for, read as it is asked for (`auto`: as text, and as an integer, a UUID or hex digits when it looks like them). None when it cannot be read so. */
export function keyBytesOf(key: string, as: keyof typeof readings): KeyBytes[] {
  return readings[as](key);
}
