import { describe, expect, test } from "vitest";
import type { Outlook, Series } from "@/lib/api/history.ts";
import { firstLost, gapToneOf, lossTone, stubbornMs } from "./outlook-tone.ts";

const HOUR = 3_600_000;
const outlook: Outlook = {
  lag: "500",
  lagMs: 60_000,
  lagMsAtLeast: false,
  producedPerSecond: 10,
  consumedPerSecond: 8,
  lagPerSecond: 2,
  drain: { none: "not-falling" },
  loss: { none: "not-reached" },
  samples: 30,
  spanMs: 300_000,
};

const history = (change: Partial<Outlook>, minutes: number) => ({
  outlook: { ...outlook, ...change },
  series: [
    {
      name: "",
      kind: "total",
      measure: "lag",
      unit: "records",
      estimate: false,
      points: Array.from({ length: minutes + 1 }, (_, minute): [number, number] => [minute * 60_000, minute * 10 + 1]),
    } satisfies Series,
  ],
});

test.each([
  [{ ms: 0 }, "crit"],
  [{ ms: 2 * HOUR }, "crit"],
  [{ ms: 30 * HOUR }, "warn"],
  [{ ms: 24 * 24 * HOUR }, "calm"],
  [{ none: "kept-forever" }, "calm"],
] as const)("lossTone of %j is %s", (loss, tone) => {
  expect(lossTone(loss)).toBe(tone);
});

describe("gapToneOf", () => {
  test("is amber while the lag grows and has not fallen for five minutes", () => {
    expect(gapToneOf(history({}, 6))).toBe("warn");
    expect(stubbornMs(history({}, 6))).toBe(6 * 60_000);
  });

  test("is calm for a short rise, a steady lag and no lag", () => {
    expect(gapToneOf(history({}, 4))).toBe("calm");
    expect(gapToneOf(history({ lagPerSecond: 0.02 }, 6))).toBe("calm");
    expect(gapToneOf(history({ lag: "0" }, 6))).toBe("calm");
    expect(gapToneOf(history({ lagPerSecond: null }, 6))).toBe("calm");
  });

  test("is red before a loss", () => {
    expect(gapToneOf(history({ loss: { ms: HOUR } }, 1))).toBe("crit");
  });
});

test("firstLost is the partition with the earliest loss", () => {
  const rows = [outlook, { ...outlook, loss: { ms: 9 } }, { ...outlook, loss: { ms: 3 } }];
  expect(firstLost(rows)).toBe(rows[2]);
  expect(firstLost([outlook])).toBeNull();
  expect(firstLost([])).toBeNull();
});
