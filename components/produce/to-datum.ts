import type { Datum } from "@/lib/api/messages.ts";
import type { ProduceDatum } from "@/lib/api/produce.ts";

const INTEGERS: Record<number, "int32" | "int64"> = { 4: "int32", 8: "int64" };

function hexOfInteger(data: string, size: number): string {
  return BigInt.asUintN(size * 8, BigInt(data))
    .toString(16)
    .padStart(size * 2, "0");
}

/** toProduceDatum gives what writes the same bytes as a datum that was read; null when only its beginning is known. */
export function toProduceDatum(datum: Datum | null): { datum: ProduceDatum } | null {
  if (datum === null) return { datum: null };
  if (datum.cut) return null;
  const { encoding, data, size } = datum;
  if (encoding === "uuid" && size === 16) return { datum: { encoding: "hex", data: data.replaceAll("-", "") } };
  if (encoding === "uuid") return { datum: data };
  if (encoding !== "integer") return { datum: { encoding, data } };
  const integer = INTEGERS[size];
  return { datum: integer ? { encoding: integer, data } : { encoding: "hex", data: hexOfInteger(data, size) } };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// Text that a person can read and change: no control characters, which a field would drop or hide.
function readable(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
}

function isJson(text: string): boolean {
  try {
    return /^\s*[[{]/.test(text) && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** Typed is a datum as a form holds it. */
export type Typed = Exclude<ProduceDatum, null | string>;

/** typedOf gives bytes (base64) as a form shows them: JSON or text where that is exact, else base64. */
export function typedOf(base64: string): Typed {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    const text = utf8.decode(bytes);
    if (readable(text)) return { encoding: isJson(text) ? "json" : "text", data: text };
  } catch {
    // Not UTF-8: the bytes stay what they are.
  }
  return { encoding: "base64", data: base64 };
}
