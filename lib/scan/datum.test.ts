import { expect, test } from "vitest";
import { toDatum } from "./datum.ts";

const most = 16;
const bytes = (hex: string) => Buffer.from(hex, "hex");

test.each([
  ["an object", Buffer.from('{"a":1}'), { encoding: "json", data: '{"a":1}', size: 7 }],
  ["broken JSON", Buffer.from('{"a":'), { encoding: "text", data: '{"a":', size: 5 }],
  ["text", Buffer.from("größer"), { encoding: "text", data: "größer", size: 8 }],
  ["digits", Buffer.from("42"), { encoding: "text", data: "42", size: 2 }],
  ["nothing", Buffer.alloc(0), { encoding: "text", data: "", size: 0 }],
  ["a long", bytes("0000000000000539"), { encoding: "integer", data: "1337", size: 8 }],
  ["a long beyond 2^53", bytes("0020000000000001"), { encoding: "integer", data: "9007199254740993", size: 8 }],
  ["an int", bytes("fffffffe"), { encoding: "integer", data: "-2", size: 4 }],
  [
    "a UUID",
    bytes("0188a1b2c3d47e5f8a9bacbdcedff001"),
    { encoding: "uuid", data: "0188a1b2-c3d4-7e5f-8a9b-acbdcedff001", size: 16 },
  ],
  ["other bytes", bytes("00ff01"), { encoding: "hex", data: "00ff01", size: 3 }],
])("%s is found out by itself", (_, value, datum) => {
  expect(toDatum(value, "auto", most)).toEqual(datum);
});

test("null stays null", () => {
  expect(toDatum(null, "auto", most)).toBeNull();
});

test("what is long is cut, never within a character", () => {
  expect(toDatum(Buffer.from(`${"a".repeat(15)}ß`), "auto", most)).toEqual({
    encoding: "text",
    data: "a".repeat(15),
    size: 17,
    cut: true,
  });
  expect(toDatum(Buffer.from(`{"a":"${"x".repeat(20)}"}`), "auto", most)).toMatchObject({
    encoding: "json",
    cut: true,
  });
  expect(toDatum(Buffer.alloc(20, 0xff), "base64", most)).toMatchObject({ encoding: "base64", size: 20, cut: true });
});

test.each([
  ["integer", "0102", { encoding: "integer", data: "258" }],
  ["integer", "010203", { encoding: "hex", data: "010203", mismatch: true }],
  ["uuid", "00", { encoding: "hex", data: "00", mismatch: true }],
  ["json", "61", { encoding: "hex", data: "61", mismatch: true }],
  ["text", "ff", { encoding: "hex", data: "ff", mismatch: true }],
  ["text", "00", { encoding: "text", data: "\0" }],
  ["base64", "ff", { encoding: "base64", data: "/w==" }],
] as const)("as %s, bytes %s", (as, hex, datum) => {
  expect(toDatum(bytes(hex), as, most)).toMatchObject(datum);
});
