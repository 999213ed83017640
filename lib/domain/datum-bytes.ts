/** DatumInput is a key, a value or a header's value as it was asked for: text, or data in an encoding, or null. */
export type DatumInput =
  | null
  | string
  | { encoding: "text" | "json" | "int32" | "int64" | "hex" | "base64"; data: string };

/** DatumBytes is what a DatumInput stands for, or why it stands for nothing. */
export type DatumBytes = { bytes: Uint8Array<ArrayBuffer> | null } | { error: string };

const utf8 = new TextEncoder();

// TextEncoder would write another character in place of half a surrogate pair.
function ofText(data: string): DatumBytes {
  if (!data.isWellFormed()) return { error: "The text holds half of a surrogate pair: it has no UTF-8." };
  return { bytes: utf8.encode(data) };
}

function ofJson(data: string): DatumBytes {
  try {
    JSON.parse(data);
  } catch (error) {
    return { error: `Not JSON: ${(error as Error).message}.` };
  }
  return ofText(data);
}

function ofInteger(data: string, bits: 32 | 64): DatumBytes {
  const value = /^-?\d{1,20}$/.test(data) ? BigInt(data) : null;
  if (value === null || BigInt.asIntN(bits, value) !== value) return { error: `Not an integer of ${bits} bits.` };
  const view = new DataView(new ArrayBuffer(bits / 8));
  if (bits === 32) view.setInt32(0, Number(value));
  else view.setBigInt64(0, value);
  return { bytes: new Uint8Array(view.buffer) };
}

function ofHex(data: string): DatumBytes {
  if (!/^(?:[\da-f]{2})*$/i.test(data)) return { error: "Not hex: two digits a byte, 0 to f." };
  const bytes = new Uint8Array(data.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(data.slice(at * 2, at * 2 + 2), 16);
  return { bytes };
}

function ofBase64(data: string): DatumBytes {
  if (data.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(data)) return { error: "Not base64 (RFC 4648, padded)." };
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return { bytes };
}

/** bytesOf gives the bytes that a DatumInput stands for; JSON stays as it is written. */
export function bytesOf(datum: DatumInput): DatumBytes {
  if (datum === null) return { bytes: null };
  if (typeof datum === "string") return ofText(datum);
  const { encoding, data } = datum;
  if (encoding === "text") return ofText(data);
  if (encoding === "json") return ofJson(data);
  if (encoding === "int32") return ofInteger(data, 32);
  if (encoding === "int64") return ofInteger(data, 64);
  return encoding === "hex" ? ofHex(data) : ofBase64(data);
}
