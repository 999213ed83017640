import { expect, test } from "vitest";
import { known, type Known, unknown, valueOf } from "./known.ts";
import { calculateLag, type LagAnomaly, type PartitionLag, summarizeLag } from "./lag.ts";

type Row = [
  sentence: string,
  offsets: { committed: bigint | null; start: bigint | string; end: bigint | string; stable?: bigint | string },
  lag: bigint | null,
  lost: bigint | null,
  anomalies: LagAnomaly[],
];

const beyondNumbers = 9_007_199_254_740_993n;

const rows: Row[] = [
  ["a reader at the end has no lag", { committed: 10n, start: 0n, end: 10n }, 0n, 0n, []],
  ["a reader behind lags by the difference", { committed: 4n, start: 0n, end: 10n }, 6n, 0n, []],
  ["a commit at the log start has lost nothing", { committed: 3n, start: 3n, end: 10n }, 7n, 0n, []],
  [
    "one record below the log start is lost, and not waited for",
    { committed: 2n, start: 3n, end: 10n },
    7n,
    1n,
    ["below-log-start"],
  ],
  ["what retention took is lost and not lag", { committed: 0n, start: 8n, end: 10n }, 2n, 8n, ["below-log-start"]],
  [
    "all deleted: everything is lost, nothing waits",
    { committed: 4n, start: 10n, end: 10n },
    0n,
    6n,
    ["below-log-start"],
  ],
  [
    "a commit past the end is an anomaly, not a negative lag",
    { committed: 12n, start: 0n, end: 10n },
    0n,
    0n,
    ["beyond-end"],
  ],
  [
    "without a commit there is no lag, and nothing is claimed lost",
    { committed: null, start: 0n, end: 10n },
    null,
    null,
    ["no-commit"],
  ],
  ["a commit of 0 is a commit", { committed: 0n, start: 0n, end: 10n }, 10n, 0n, []],
  [
    "an open transaction is told, the lag stays that to the high watermark",
    { committed: 4n, start: 0n, end: 10n, stable: 7n },
    6n,
    0n,
    ["open-transaction"],
  ],
  [
    "no transaction is open when the stable offset is the end",
    { committed: 4n, start: 0n, end: 10n, stable: 10n },
    6n,
    0n,
    [],
  ],
  ["an unknown stable offset claims nothing", { committed: 4n, start: 0n, end: 10n, stable: "TIMEOUT" }, 6n, 0n, []],
  [
    "an open transaction is told of a partition without a commit too",
    { committed: null, start: 0n, end: 10n, stable: 1n },
    null,
    null,
    ["no-commit", "open-transaction"],
  ],
  [
    "without a leader nothing is known",
    { committed: 4n, start: "NO_LEADER", end: "NO_LEADER" },
    null,
    null,
    ["no-leader"],
  ],
  [
    "a partition that is gone is said to be gone",
    { committed: 4n, start: "NOT_FOUND", end: "NOT_FOUND" },
    null,
    null,
    ["no-such-partition"],
  ],
  [
    "a silent broker is no missing partition",
    { committed: 4n, start: "TIMEOUT", end: "TIMEOUT" },
    null,
    null,
    ["not-read"],
  ],
  [
    "an unknown log start alone leaves the lag unknown",
    { committed: 4n, start: "UNREACHABLE", end: 10n },
    null,
    null,
    ["not-read"],
  ],
  [
    "the reason of the end counts when both are unknown",
    { committed: 4n, start: "TIMEOUT", end: "NO_LEADER" },
    null,
    null,
    ["no-leader"],
  ],
  [
    "neither commit nor offsets: both are said",
    { committed: null, start: "NO_LEADER", end: "NO_LEADER" },
    null,
    null,
    ["no-commit", "no-leader"],
  ],
  ["offsets beyond 2^53 stay exact", { committed: beyondNumbers, start: 0n, end: beyondNumbers + 1n }, 1n, 0n, []],
];

function toKnown(offset: bigint | string): Known<bigint> {
  return typeof offset === "string" ? unknown(offset) : known(offset);
}

test.each(rows)("%s", (_, { committed, start, end, stable }, lag, lost, anomalies) => {
  const given = {
    committed,
    start: toKnown(start),
    end: toKnown(end),
    stable: stable === undefined ? null : toKnown(stable),
  };
  expect(calculateLag(given)).toEqual({ lag, lost, anomalies });
});

const waits = (lag: bigint, lost = 0n, anomalies: LagAnomaly[] = []): PartitionLag => ({ lag, lost, anomalies });
const missing = (...anomalies: LagAnomaly[]): PartitionLag => ({ lag: null, lost: null, anomalies });

test("a sum adds what is known, and counts apart what has no commit, is unknown or lies beyond the end", () => {
  const partitions = [
    waits(5n),
    waits(7n, 3n, ["below-log-start"]),
    waits(0n, 0n, ["beyond-end"]),
    missing("no-commit"),
    missing("not-read"),
    missing("no-leader"),
  ];
  expect(summarizeLag(partitions)).toEqual({
    partitions: 6,
    lag: 12n,
    lost: 3n,
    withoutCommit: 1,
    unknown: 2,
    beyondEnd: 1,
  });
});

test("a partition with neither commit nor leader counts once, as one without a commit", () => {
  expect(summarizeLag([missing("no-commit", "no-leader")])).toMatchObject({ withoutCommit: 1, unknown: 0 });
});

test("the sum of nothing known is not known, while a known lag of 0 is 0", () => {
  expect(summarizeLag([]).lag).toBeNull();
  expect(summarizeLag([missing("no-commit"), missing("not-read")]).lag).toBeNull();
  expect(summarizeLag([waits(0n), missing("no-commit")]).lag).toBe(0n);
});

test("a known value is given, also when it is falsy; an unknown one is null", () => {
  expect(valueOf(known(0n))).toBe(0n);
  expect(valueOf(unknown("TIMEOUT"))).toBeNull();
});
