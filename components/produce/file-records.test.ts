import { describe, expect, test } from "vitest";
import { csvColumns, csvRecord, type FileRecord, ndjsonRecord } from "./file-records.ts";

const all = { partitions: true, timestamps: true, emptyIsNull: false };
const errorOf = (read: FileRecord) => ("error" in read ? read.error : JSON.stringify(read.record));

describe("a line of NDJSON", () => {
  const cases: [sentence: string, line: string, record: object][] = [
    ["as the API takes it", '{"key":"a","value":"b"}', { key: "a", value: "b", headers: [] }],
    ["a tombstone without a key", '{"value":null}', { key: null, value: null, headers: [] }],
    [
      "a value that is no text is JSON, its numbers as they are written",
      '{"value":{"n":9007199254740993,"m":1.0}}',
      { key: null, value: { encoding: "json", data: '{"n":9007199254740993,"m":1.0}' }, headers: [] },
    ],
    [
      "as an export has it",
      '{"type":"record","partition":1,"offset":"5","timestamp":7,"key":{"encoding":"integer","data":"3","size":4},"value":{"encoding":"hex","data":"00ff","size":2},"headers":[{"name":"h","value":null}],"control":null,"batch":{}}',
      {
        key: { encoding: "int32", data: "3" },
        value: { encoding: "hex", data: "00ff" },
        headers: [{ name: "h", value: null }],
        partition: 1,
        timestamp: 7,
      },
    ],
    [
      "headers as an object",
      '{"value":"v","headers":{"a":"1"}}',
      { key: null, value: "v", headers: [{ name: "a", value: "1" }] },
    ],
  ];
  test.each(cases)("%s", (_, line, record) => expect(ndjsonRecord(line, all)).toMatchObject({ record }));

  const wrong: [sentence: string, line: string, words: RegExp][] = [
    ["no JSON", "{", /^Not JSON/],
    ["no object", "[1]", /Not an object/],
    ["no value", '{"key":"a"}', /no value/],
    ["a field that does not exist", '{"value":"a","keys":"b"}', /no field keys/],
    ["only the beginning", '{"value":{"encoding":"text","data":"a","size":9,"cut":true}}', /only the beginning/],
    ["a control record", '{"value":null,"control":"abort"}', /control record/],
    ["headers that are none", '{"value":"a","headers":[1]}', /headers/],
  ];
  test.each(wrong)("refused: %s", (_, line, words) => expect(errorOf(ndjsonRecord(line, all))).toMatch(words));

  test("partitions and times can be left out", () => {
    const read = ndjsonRecord('{"value":"v","partition":3,"timestamp":5}', {
      ...all,
      partitions: false,
      timestamps: false,
    });
    expect(read).toEqual({ record: { key: null, value: "v", headers: [] } });
  });
});

describe("a CSV", () => {
  const names = ["key", "value", "headers"];
  test("its first line names the columns, in any order and case", () => {
    expect(csvColumns("\ufeffValue,KEY")).toEqual({ columns: ["value", "key"] });
    expect(csvColumns("key,price")).toEqual({ error: expect.stringMatching(/no column price/) });
    expect(csvColumns("key")).toEqual({ error: expect.stringMatching(/no column value/) });
  });

  test("a record with quotes and headers", () => {
    expect(csvRecord('k,"a ""b"", c","[[""h"",""1""],[""n"",null]]"', names, all)).toMatchObject({
      record: {
        key: "k",
        value: 'a "b", c',
        headers: [
          { name: "h", value: "1" },
          { name: "n", value: null },
        ],
      },
    });
  });

  test("an empty key is null; an empty value is empty, or a tombstone when it is said", () => {
    expect(csvRecord(",,", names, all)).toMatchObject({ record: { key: null, value: "" } });
    expect(csvRecord(",,", names, { ...all, emptyIsNull: true })).toMatchObject({ record: { value: null } });
  });

  test("refused: fields too few, quotes left open", () => {
    expect(errorOf(csvRecord("k,v", names, all))).toMatch(/2 fields, the first line names 3/);
    expect(errorOf(csvRecord('k,"v', names, all))).toMatch(/Not CSV/);
  });
});
