import { describe, expect, test } from "vitest";
import type { Series } from "@/lib/api/history.ts";
import { elementRows, hasValues, isFirst, sortRows, writtenMeasure } from "./pick.ts";

const line = (
  name: string,
  measure: Series["measure"],
  values: (number | null)[],
  kind: Series["kind"] = "element",
): Series => ({
  name,
  kind,
  measure,
  unit: "records/s",
  estimate: false,
  points: values.map((value, index) => [index, value]),
});
const answer = {
  step: 10_000,
  series: [
    line("", "produced", [1, 1], "others"),
    line("b", "produced", [2, 4]),
    line("a", "produced", [9, null]),
    line("10", "produced", [null, null]),
    line("b", "consumed", [3, 3]),
    line("", "produced", [12, 5], "total"),
  ],
};

describe("writtenMeasure says what was written", () => {
  test.each([
    [answer.series, "records", "produced"],
    [answer.series, "bytes", "produced"],
    [[...answer.series, line("a", "bytes", [1])], "bytes", "bytes"],
    [[line("g", "due", [1])], "records", "due"],
    [[], "records", "produced"],
  ] as const)("%#", (series, choice, measure) => expect(writtenMeasure({ series: [...series] }, choice)).toBe(measure));
});

test("hasValues is false while there are only gaps", () => {
  expect(hasValues(answer)).toBe(true);
  expect(hasValues({ series: [line("a", "produced", [null])] })).toBe(false);
});

describe("isFirst is so until two samples can have made a line", () => {
  const to = "2026-11-23T14:00:20.000Z";
  test.each([
    [null, [], true],
    ["2026-11-23T14:00:10.000Z", [line("a", "produced", [null])], true],
    ["2026-11-23T14:00:00.000Z", [line("a", "produced", [3])], false],
    // Sampled long ago, but not in this time: a gap, and not the beginning.
    ["2026-11-23T13:00:00.000Z", [line("a", "produced", [null])], false],
    ["2026-11-23T14:30:00.000Z", [], false],
  ])("since %s", (since, series, first) => {
    expect(isFirst({ since, series, to, sampledEveryMs: 10_000 })).toBe(first);
  });
});

test("elementRows sums every element up, the others last", () => {
  const rows = elementRows(answer, "produced");
  expect(rows.map(({ name, others }) => (others ? "others" : name))).toEqual(["b", "a", "10", "others"]);
  expect(rows[0]).toEqual({ name: "b", others: false, now: 4, mean: 3, peak: 4, sum: 60, consumed: 3 });
});

describe("sortRows keeps what is not known and the others last", () => {
  const rows = elementRows(answer, "produced");
  test.each([
    ["name", "10 a b "],
    ["-name", "b a 10 "],
    ["mean", "b a 10 "],
    ["-mean", "a b 10 "],
    ["-consumed", "b 10 a "],
    ["whatever", "10 a b "],
  ])("%s", (sort, names) =>
    expect(
      sortRows(rows, sort)
        .map(({ name }) => name)
        .join(" "),
    ).toBe(names),
  );
});
