import { describe, expect, test } from "vitest";
import { describeSetting, MAX_INT64 } from "./kinds.ts";
import { testLanguage } from "./test-language.ts";
import { parseSetting, printSetting, sameValue, shortenSetting } from "./values.ts";

const [en, ko] = [testLanguage("en"), testLanguage("ko")];
const setting = (name: string, type: Parameters<typeof describeSetting>[0]["type"] = "long") =>
  describeSetting({ name, type });
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, " ");

describe("what a person types is read as Kafka writes it", () => {
  test.each([
    ["retention.ms", "3 d", "259200000"],
    ["retention.ms", "3d", "259200000"],
    ["retention.ms", " 1 d 2 h ", "93600000"],
    ["retention.ms", "1h30min", "5400000"],
    ["retention.ms", "1.5 h", "5400000"],
    ["retention.ms", "2 weeks", "1209600000"],
    ["retention.ms", "1 year", "31536000000"],
    ["retention.ms", "7일", "604800000"],
    ["retention.ms", "2시간 30분", "9000000"],
    ["retention.ms", "604800000", "604800000"],
    ["retention.ms", "604,800,000", "604800000"],
    ["retention.ms", "no limit", "-1"],
    ["retention.ms", "No Limit", "-1"],
    ["retention.ms", "-1", "-1"],
    ["retention.ms", "\u22121", "-1"],
    ["retention.ms", MAX_INT64, MAX_INT64],
    ["retention.ms", "0 ms", "0"],
    ["local.retention.ms", "as retention", "-2"],
    ["flush.ms", "left to the OS", MAX_INT64],
    ["retention.bytes", "1 GiB", "1073741824"],
    ["retention.bytes", "1.5 gib", "1610612736"],
    ["retention.bytes", "1 GB", "1000000000"],
    ["retention.bytes", "1,048,588 B", "1048588"],
    ["retention.bytes", "8 EiB", null],
    ["min.cleanable.dirty.ratio", "50%", "0.5"],
    ["min.cleanable.dirty.ratio", "7 %", "0.07"],
    ["min.cleanable.dirty.ratio", "12.5%", "0.125"],
    ["min.cleanable.dirty.ratio", "100%", "1"],
    ["min.cleanable.dirty.ratio", "0%", "0"],
    ["min.cleanable.dirty.ratio", "0.25", "0.25"],
    ["min.cleanable.dirty.ratio", ".25", "0.25"],
    ["min.insync.replicas", "2", "2"],
    ["preallocate", "on", "true"],
    ["preallocate", "FALSE", "false"],
    ["compression.type", "zstd", "zstd"],
    ["leader.replication.throttled.replicas", "", ""],
    ["leader.replication.throttled.replicas", "0:1,1:2", "0:1,1:2"],
  ])("%s %j is %s", (name, text, raw) => {
    expect(parseSetting(setting(name), text, en)).toEqual(raw === null ? { error: "tooLarge" } : { raw });
  });

  test.each([
    ["retention.ms", "", "empty"],
    ["retention.ms", "3 x", "duration"],
    ["retention.ms", "d", "duration"],
    ["retention.ms", "3 d!", "duration"],
    ["retention.ms", "-3 d", "duration"],
    ["retention.ms", "0.5 ms", "duration"],
    ["retention.ms", "1,00 d", "duration"],
    ["retention.ms", "9223372036854775808", "tooLarge"],
    ["retention.bytes", "3 d", "size"],
    ["min.insync.replicas", "two", "integer"],
    ["min.insync.replicas", "1.5", "integer"],
    ["min.cleanable.dirty.ratio", "50", "share"],
    ["min.cleanable.dirty.ratio", "101%", "share"],
    ["preallocate", "maybe", "boolean"],
  ])("%s %j is refused: %s", (name, text, error) => {
    expect(parseSetting(setting(name), text, en)).toEqual({ error });
  });

  test("an int setting is bounded as an int", () => {
    expect(parseSetting(setting("segment.bytes", "int"), "2 GiB", en)).toEqual({ error: "tooLarge" });
    expect(parseSetting(setting("segment.bytes", "int"), "2147483647", en)).toEqual({ raw: "2147483647" });
  });

  test("words are those of the language", () => {
    expect(parseSetting(setting("retention.ms"), "제한 없음", ko)).toEqual({ raw: "-1" });
    expect(parseSetting(setting("preallocate"), "켜짐", ko)).toEqual({ raw: "true" });
  });
});

describe("a raw value is written for a person, exactly", () => {
  const table: [string, string, string, string][] = [
    ["retention.ms", "604800000", "7 d", "7일"],
    ["retention.ms", "93600000", "1 d 2 h", "1일 2시간"],
    ["retention.ms", "93601000", "93601 s", "93601초"],
    ["retention.ms", "1", "1 ms", "1 ms"],
    ["retention.ms", "0", "0 ms", "0 ms"],
    ["retention.ms", "-1", "no limit", "제한 없음"],
    ["max.compaction.lag.ms", MAX_INT64, "no limit", "제한 없음"],
    ["flush.messages", MAX_INT64, "left to the OS", "OS에 맡김"],
    ["flush.messages", "10000", "10,000", "10,000"],
    ["retention.ms", MAX_INT64, `${MAX_INT64} ms`, `${MAX_INT64} ms`],
    ["segment.bytes", "1073741824", "1 GiB", "1 GiB"],
    ["segment.bytes", "1610612736", "1.5 GiB", "1.5 GiB"],
    ["segment.bytes", "1000000000", "1 GB", "1 GB"],
    ["max.message.bytes", "1048588", "1,048,588 B", "1,048,588 B"],
    ["index.interval.bytes", "4096", "4 KiB", "4 KiB"],
    ["segment.bytes", "14", "14 B", "14 B"],
    ["min.cleanable.dirty.ratio", "0.5", "50%", "50%"],
    ["min.cleanable.dirty.ratio", "0.07", "7%", "7%"],
    ["min.cleanable.dirty.ratio", "0.125", "12.5%", "12.5%"],
    ["min.cleanable.dirty.ratio", "1.0", "100%", "100%"],
    ["preallocate", "false", "off", "꺼짐"],
    ["compression.type", "producer", "producer", "producer"],
  ];
  test.each(table)("%s %s", (name, raw, english, korean) => {
    expect(plain(printSetting(setting(name), raw, en))).toBe(english);
    expect(plain(printSetting(setting(name), raw, ko))).toBe(korean);
  });

  test.each(table)("%s %s reads back", (name, raw) => {
    for (const language of [en, ko]) {
      const again = parseSetting(setting(name), printSetting(setting(name), raw, language), language);
      expect(again).toEqual({ raw: raw === "1.0" ? "1" : raw });
    }
  });

  test("what cannot be read stays", () => {
    expect(printSetting(setting("retention.ms"), "3 x", en)).toBe("3 x");
    expect(printSetting(setting("min.cleanable.dirty.ratio"), "half", en)).toBe("half");
  });

  test("beside its raw value a long row of digits is rounded", () => {
    expect(plain(shortenSetting(setting("max.message.bytes"), "1048588", en))).toBe("1 MiB");
    expect(plain(shortenSetting(setting("retention.ms"), "93601000", en))).toBe("1 d 2 h");
    expect(plain(shortenSetting(setting("retention.ms"), "604800000", en))).toBe("7 d");
    expect(plain(shortenSetting(setting("flush.messages"), "10000", en))).toBe("10,000");
  });
});

test("a setting that the catalogue lacks is read by its type and the unit in its name", () => {
  expect(describeSetting({ name: "new.delay.ms", type: "long" }).kind.kind).toBe("duration");
  expect(describeSetting({ name: "new.limit.bytes", type: "int" }).kind.kind).toBe("size");
  expect(describeSetting({ name: "new.count", type: "int" }).kind.kind).toBe("integer");
  expect(describeSetting({ name: "new.flag", type: "boolean" }).kind.kind).toBe("boolean");
  expect(describeSetting({ name: "new.name", type: "string" }).kind.kind).toBe("text");
});

test("policies are a set", () => {
  expect(sameValue("cleanup.policy", "delete,compact", "compact,delete")).toBe(true);
  expect(sameValue("cleanup.policy", "delete", "compact,delete")).toBe(false);
  expect(sameValue("retention.ms", "1", "1")).toBe(true);
  expect(sameValue("retention.ms", null, "1")).toBe(false);
});
