import { expect, test } from "vitest";
import { toDatum } from "./datum.ts";
import { DecodingVote } from "./decoding-vote.ts";

const integer = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const uuid = Buffer.from("0188a1b2c3d47e5f8a9bacbdcedff001", "hex");
const text = (value: string) => Buffer.from(value);
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

function vote(seen: (Buffer | null)[]): DecodingVote {
  const found = new DecodingVote();
  for (const bytes of seen) found.add(bytes);
  return found;
}

test.each([
  ["nobody", [], null],
  ["no bytes at all", [null, null], null],
  ["one", [integer(7)], "integer"],
  ["four of five", [...times(4, integer(7)), text("order-1")], "integer"],
  ["three of five", [...times(3, integer(7)), ...times(2, text("order-1"))], null],
  ["tombstones have no vote", [...times(20, null), uuid], "uuid"],
  ["JSON", times(5, text('{"a":1}')), "json"],
  ["the first 200, then it is settled", [...times(200, text("a")), ...times(9000, integer(7))], "text"],
] as const)("%s", (_, seen, winner) => {
  expect(vote([...seen]).winner).toBe(winner);
});

test.each([
  ["an integer of four letters among integers", "integer", text("ABCD"), "integer", "1094861636"],
  ["a text of another size among integers", "integer", text("order-1"), "text", "order-1"],
  ["sixteen letters among UUIDs", "uuid", text("abcdefghijklmnop"), "uuid", "61626364-6566-6768-696a-6b6c6d6e6f70"],
  ["eight bytes among others", "hex", Buffer.from("00000000000000ff", "hex"), "hex", "00000000000000ff"],
  ["text among other bytes", "hex", text("timed out"), "text", "timed out"],
  ["four bytes among text", "text", integer(7), "integer", "7"],
  ["an object among text", "text", text("{}"), "json", "{}"],
  ["without a majority, letters are text", null, text("ABCD"), "text", "ABCD"],
] as const)("%s", (_, winner, bytes, encoding, data) => {
  expect(toDatum(bytes, "auto", 100, winner)).toMatchObject({ encoding, data });
});

test("what was asked for is not put to the vote", () => {
  expect(toDatum(text("ABCD"), "text", 100, "integer")).toMatchObject({ encoding: "text" });
});
