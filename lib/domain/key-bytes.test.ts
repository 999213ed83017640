import { expect, test } from "vitest";
import { keyBytesOf } from "./key-bytes.ts";

type As = Parameters<typeof keyBytesOf>[1];

const uuid = "0192f0c1-7a3b-7cde-8f01-23456789abcd";
const uuidHex = "0192f0c17a3b7cde8f0123456789abcd";
const hexOf = (text: string) => Buffer.from(text).toString("hex");

test.each<[string, As, [string, string][]]>([
  ["order-7", "auto", [["text", hexOf("order-7")]]],
  ["", "auto", [["text", ""]]],
  ["한글", "text", [["text", "ed959ceab880"]]],
  ['"a"', "json", [["text", hexOf('"a"')]]],
  [
    "42",
    "auto",
    [
      ["text", "3432"],
      ["int32", "0000002a"],
      ["int64", "000000000000002a"],
    ],
  ],
  [
    "-1",
    "integer",
    [
      ["int32", "ffffffff"],
      ["int64", "ffffffffffffffff"],
    ],
  ],
  ["9007199254740993", "integer", [["int64", "0020000000000001"]]],
  ["9223372036854775808", "integer", []],
  ["007", "integer", []],
  ["007", "auto", [["text", "303037"]]],
  [
    uuid,
    "auto",
    [
      ["text", hexOf(uuid)],
      ["uuid", uuidHex],
    ],
  ],
  [
    uuid,
    "uuid",
    [
      ["uuid", uuidHex],
      ["text", hexOf(uuid)],
    ],
  ],
  ["no-uuid", "uuid", []],
  ["abcd", "text", [["text", hexOf("abcd")]]],
  [
    "616263",
    "auto",
    [
      ["text", hexOf("616263")],
      ["int32", "00096747"],
      ["int64", "0000000000096747"],
    ],
  ],
  [
    "00ff7f",
    "auto",
    [
      ["text", hexOf("00ff7f")],
      ["hex", "00ff7f"],
    ],
  ],
  ["0xDEADbeef", "hex", [["hex", "deadbeef"]]],
  ["abc", "hex", []],
  ["AP+A", "base64", [["base64", "00ff80"]]],
  ["AP-A", "base64", [["base64", "00ff80"]]],
  ["YQ==", "base64", [["base64", "61"]]],
  ["YQ", "base64", [["base64", "61"]]],
  ["Y", "base64", []],
  ["a b", "base64", []],
])("%j as %s", (key, as, expected) => {
  expect(keyBytesOf(key, as).map(({ encoding, bytes }) => [encoding, Buffer.from(bytes).toString("hex")])).toEqual(
    expected,
  );
});
