import { describe, expect, it } from "vitest";
import type { ConfigValue } from "@/lib/api/configs.ts";
import { settingRows } from "./setting-rows.ts";

const config = (name: string, value: string, source: ConfigValue["source"] = "default"): ConfigValue => ({
  name,
  value,
  source,
  readOnly: false,
  sensitive: false,
  type: "string",
});

describe("settingRows", () => {
  it("puts what the topic sets first, also settings without a line of their own", () => {
    const rows = settingRows([
      config("cleanup.policy", "delete"),
      config("min.cleanable.dirty.ratio", "0.2", "topic"),
      config("retention.ms", "1000", "topic"),
      config("file.delete.delay.ms", "60000"),
    ]);
    expect(rows.map(({ id, marked }) => [id, marked])).toEqual([
      ["retention.ms", true],
      ["min.cleanable.dirty.ratio", true],
      ["cleanup.policy", false],
    ]);
  });

  it("makes one line of the two limits of a segment, marked when either is set", () => {
    const [segment] = settingRows([config("segment.bytes", "1073741824"), config("segment.ms", "1800000", "topic")]);
    expect(segment).toMatchObject({ id: "segment", marked: true });
    expect(segment?.configs.map(({ name }) => name)).toEqual(["segment.bytes", "segment.ms"]);
  });
});
