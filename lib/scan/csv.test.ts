import { expect, test } from "vitest";
import type { MessageRecord } from "../api/messages.ts";
import { csvHead, toCsv } from "./csv.ts";

function record(value: string | null, headers: MessageRecord["headers"] = []): MessageRecord {
  const datum = (data: string) => ({ encoding: "text" as const, data, size: data.length });
  return {
    type: "record",
    partition: 1,
    offset: "7",
    timestamp: 1_700_000_000_000,
    timestampType: "CreateTime",
    key: datum("k"),
    value: value === null ? null : datum(value),
    headers,
    size: 1,
    sequence: null,
    control: null,
    aborted: false,
    batch: {} as MessageRecord["batch"],
  };
}

const at = "1,7,2023-11-14T22:13:20.000Z,k,";

test.each([
  ["plain", `${at}plain,\r\n`],
  ['a "quoted", value', `${at}"a ""quoted"", value",\r\n`],
  ["two\nlines", `${at}"two\nlines",\r\n`],
  [null, `${at},\r\n`],
  ["=1+1", `${at}'=1+1,\r\n`],
  ["-5", `${at}-5,\r\n`],
])("%j", (value, line) => {
  expect(toCsv(record(value))).toBe(line);
});

test("headers are JSON in a field, and the head names the columns", () => {
  const headers = [{ name: "a", value: { encoding: "text" as const, data: "b", size: 1 } }];
  expect(toCsv(record("v", headers))).toBe(`${at}v,"[[""a"",""b""]]"\r\n`);
  expect(csvHead.trim().split(",")).toHaveLength(6);
});
