import { describe, expect, test } from "vitest";
import type { Datum } from "@/lib/api/messages.ts";
import { bytesOf } from "@/lib/domain/datum-bytes.ts";
import { toProduceDatum, typedOf } from "./to-datum.ts";

function hexOf(datum: Datum): string | null {
  const written = toProduceDatum(datum);
  if (!written) return "unknown";
  const bytes = bytesOf(written.datum);
  return "error" in bytes ? bytes.error : bytes.bytes && Buffer.from(bytes.bytes).toString("hex");
}

describe("what writes the same bytes as what was read", () => {
  const cases: [sentence: string, datum: Datum, hex: string][] = [
    ["text", { encoding: "text", data: "é", size: 2 }, "c3a9"],
    ["JSON, as it was written", { encoding: "json", data: '{ "a":1.0}', size: 10 }, "7b202261223a312e307d"],
    ["an integer of 8 bytes", { encoding: "integer", data: "-1", size: 8 }, "ffffffffffffffff"],
    ["an integer of 4 bytes", { encoding: "integer", data: "7", size: 4 }, "00000007"],
    ["an integer of 2 bytes", { encoding: "integer", data: "-2", size: 2 }, "fffe"],
    [
      "a UUID of 16 bytes",
      { encoding: "uuid", data: "00112233-4455-6677-8899-aabbccddeeff", size: 16 },
      "00112233445566778899aabbccddeeff",
    ],
    ["base64", { encoding: "base64", data: "AP8=", size: 2 }, "00ff"],
    ["only the beginning is not enough", { encoding: "text", data: "a", size: 9, cut: true }, "unknown"],
  ];
  test.each(cases)("%s", (_, datum, hex) => expect(hexOf(datum)).toBe(hex));
});

describe("bytes as a form shows them", () => {
  const cases: [sentence: string, text: string, encoding: string][] = [
    ["text", "order-1", "text"],
    ["nothing is text", "", "text"],
    ["an object", '{"a":1}', "json"],
    ["what only begins like JSON", "{a}", "text"],
    ["a line feed is text", "a\nb", "text"],
    ["a carriage return would be lost in a field", "a\r\nb", "base64"],
    ["a zero byte", "\u0000\u0001", "base64"],
    ["a byte order mark is kept", "\ufeffa", "text"],
  ];
  test.each(cases)("%s", (_, text, encoding) => {
    const base64 = Buffer.from(text).toString("base64");
    const typed = typedOf(base64);
    expect(typed.encoding).toBe(encoding);
    const bytes = bytesOf(typed);
    expect("bytes" in bytes && bytes.bytes && Buffer.from(bytes.bytes).toString("base64")).toBe(base64);
  });

  test("what is no UTF-8 stays base64", () => expect(typedOf("AP8=")).toEqual({ encoding: "base64", data: "AP8=" }));
});
