import type { Datum } from "../api/messages.ts";
import { toDatum } from "./datum.ts";

/** toKeyDatum makes the kept beginning of a key readable; `size` is the whole key's. */
export function toKeyDatum(key: { bytes: Uint8Array; size: number } | null): Datum | null {
  if (key === null) return null;
  const bytes = Buffer.from(key.bytes.buffer, key.bytes.byteOffset, key.bytes.length);
  const datum = toDatum(bytes, "auto", bytes.length)!;
  return key.size > bytes.length ? { ...datum, size: key.size, cut: true } : datum;
}
