import { expect, test } from "vitest";
import type { Config } from "../../lib/api/configs.ts";
import { describeSetting } from "../../lib/settings/kinds.ts";
import { testLanguage } from "../../lib/settings/test-language.ts";
import { countViews, filterRows, groupRows, toSettingRows } from "./setting-rows.ts";

const config = (name: string, value: string, source: Config["source"] = "default"): Config => ({
  name,
  value,
  source,
  readOnly: false,
  sensitive: false,
  type: "long",
  defaultValue: "604800000",
  defaultSource: "default",
  synonyms: [],
  documentation: null,
});
const items = [
  config("segment.ms", "604800000"),
  config("new.setting", "1"),
  config("retention.ms", "259200000", "topic"),
];
const words = {
  ...testLanguage("en"),
  nameOf: (setting: ReturnType<typeof describeSetting>) => (setting.named ? "How long" : setting.name),
};
const none = new Map<string, string>();
const names = (rows: readonly { config: Config }[]) => rows.map((row) => row.config.name);

test("settings stand in the catalogue's order, unknown ones last, under their purposes", () => {
  const rows = toSettingRows(items, {}, none);
  expect(names(rows)).toEqual(["retention.ms", "segment.ms", "new.setting"]);
  expect(groupRows(rows).map(({ group }) => group)).toEqual(["retention", "segments", "other"]);
});

test("an edit shows its value, a reset the default", () => {
  const rows = toSettingRows(
    items,
    { "segment.ms": "1000", "retention.ms": null },
    new Map([["segment.ms", "Too small."]]),
  );
  expect(rows.map(({ value, edit, error }) => ({ value, edit, error }))).toEqual([
    { value: "604800000", edit: "reset", error: undefined },
    { value: "1000", edit: "set", error: "Too small." },
    { value: "1", edit: null, error: undefined },
  ]);
  expect(countViews(rows)).toEqual({ all: 3, here: 1, now: 2 });
});

test("a change by someone else is kept beside the edit, and only beside an edit", () => {
  const baselines = {
    "retention.ms": { value: "1", source: "topic" },
    "segment.ms": { value: "1", source: "topic" },
  } as const;
  const rows = toSettingRows(items, { "retention.ms": "5" }, none, baselines);
  expect(rows.map(({ meanwhile }) => meanwhile)).toEqual([{ value: "1", source: "topic" }, null, null]);
});

test.each([
  ["all", "", ["retention.ms", "segment.ms", "new.setting"]],
  ["all", "RETENTION", ["retention.ms"]],
  ["all", "how long", ["retention.ms", "segment.ms"]],
  ["all", "3\u202fd", ["retention.ms"]],
  ["all", "604800000", ["segment.ms"]],
  ["here", "", ["retention.ms"]],
  ["now", "", []],
  ["all", "nothing", []],
] as const)("view %s, search %j", (view, search, expected) => {
  expect(names(filterRows(toSettingRows(items, {}, none), view, search, words))).toEqual(expected);
});
