import { describe, expect, test } from "vitest";
import { type CommandRecord, produceCommand } from "./produce-command.ts";

const target = { bootstrapServers: ["a:1"], secured: false };
const plain = { partitioner: "murmur2", compression: "none" };
const bytes = (text: string | null) => (text === null ? null : new TextEncoder().encode(text));

function record(key: string | null, value: string | null, headers: [string, string | null][] = []): CommandRecord {
  return {
    key: bytes(key),
    value: bytes(value),
    headers: headers.map(([name, text]) => ({ name: bytes(name)!, value: bytes(text) })),
    placed: false,
    timed: false,
  };
}

const base = "kafka-console-producer.sh --bootstrap-server a:1 --topic t";

describe("the console producer's line", () => {
  const cases: [sentence: string, records: CommandRecord[], command: string][] = [
    ["a value alone", [record(null, "v")], `printf '%s\\n' v | ${base}`],
    [
      "a key",
      [record("k", "v")],
      `printf '%s\\n' 'k|v' | ${base} --property parse.key=true --property 'key.separator=|'`,
    ],
    [
      "a tombstone",
      [record("k", null)],
      `printf '%s\\n' 'k|NULL' | ${base} --property parse.key=true --property 'key.separator=|' --property null.marker=NULL`,
    ],
    [
      "a separator that occurs gives way to another",
      [record("a|b", "NULL")],
      `printf '%s\\n' 'a|b::NULL' | ${base} --property parse.key=true --property key.separator=::`,
    ],
    [
      "headers, also null ones, and a record without any",
      [
        record(null, "v", [
          ["h", "1"],
          ["n", null],
        ]),
        record(null, "w"),
      ],
      `printf '%s\\n' 'h:1,n:NULL#v' 'NULL#w' | ${base} --property parse.headers=true --property 'headers.delimiter=#' --property headers.separator=, --property headers.key.separator=: --property null.marker=NULL`,
    ],
    ["a quote in a value is one for the shell", [record(null, "it's")], `printf '%s\\n' 'it'\\''s' | ${base}`],
  ];
  test.each(cases)("%s", (_, records, command) => {
    const told = produceCommand(target, "t", plain, records).command;
    expect(told?.replaceAll(/\s*\\\n\s*/g, " ")).toBe(command);
  });

  test("compression and a secured cluster are options of it", () => {
    const { command } = produceCommand({ ...target, secured: true }, "t", { ...plain, compression: "zstd" }, [
      record(null, "v"),
    ]);
    expect(command).toContain("--compression-codec zstd");
    expect(command).toContain("--producer.config client.properties");
  });

  const none: [sentence: string, records: CommandRecord[], partitioner: string, reason: string][] = [
    ["a partition", [{ ...record("k", "v"), placed: true }], "murmur2", "partition"],
    ["a timestamp", [{ ...record("k", "v"), timed: true }], "murmur2", "timestamp"],
    ["a partitioner that is not Java's", [record("k", "v")], "fnv1a", "partitioner"],
    ["bytes that are no text", [{ ...record("k", "v"), value: new Uint8Array([255]) }], "murmur2", "bytes"],
    ["several lines", [record("k", "a\nb")], "murmur2", "lines"],
    ["every separator in the text", [record("|::~~", "v")], "murmur2", "separators"],
    ["many records", Array.from({ length: 4 }, () => record(null, "v")), "murmur2", "many"],
  ];
  test.each(none)("there is none for %s", (_, records, partitioner, reason) => {
    const told = produceCommand(target, "t", { ...plain, partitioner }, records);
    expect(told).toEqual({ command: null, noCommand: reason });
  });
});
