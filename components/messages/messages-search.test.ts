import { describe, expect, it, test } from "vitest";
import { loadMessagesParams, parseRecordId, recordId, toScanSearch } from "./messages-search.ts";

const auto = { key: "auto", value: "auto" } as const;

describe("toScanSearch asks for what the URL says", () => {
  test.each([
    ["", { limit: "50" }],
    ["start=offset:5&end=never&limit=200", { start: "offset:5", end: "never", limit: "200" }],
    ["start=yesterday&limit=-3", { limit: "1" }],
    ["limit=1000000", { limit: "100000" }],
    ["caseSensitive=true", { limit: "50" }],
    ["contains=a&caseSensitive=true&key=k", { limit: "50", contains: "a", caseSensitive: "true", key: "k" }],
    ["record=3-5&columns=time,value.status", { limit: "50" }],
  ])("%s", (text, search) => expect(toScanSearch(loadMessagesParams(new URLSearchParams(text)), auto)).toEqual(search));

  it("reads keys and values as remembered, unless the URL says how", () => {
    const search = loadMessagesParams(new URLSearchParams("keyAs=text"));
    expect(toScanSearch(search, { key: "uuid", value: "hex" })).toEqual({ limit: "50", keyAs: "text", valueAs: "hex" });
  });
});

describe("a record's name", () => {
  it("reads as it was written, with every digit", () => {
    const name = { partition: 3, offset: "9007199254740993" };
    expect(parseRecordId(recordId(name))).toEqual(name);
  });

  test.each([null, "", "3", "3-", "a-1", "3--1"])("%s names none", (text) => expect(parseRecordId(text)).toBeNull());
});
