import { describe, expect, test } from "vitest";
import {
  assessSettings,
  compareRetention,
  countUnread,
  cutBySize,
  describeLoss,
  type PartitionCut,
  type Retention,
  type Settings,
  summarizeLoss,
} from "./config-effects.ts";

type Values = Record<string, string | null>;

const deleting: Values = { "cleanup.policy": "delete", "retention.ms": "604800000", "retention.bytes": "-1" };
const compacting: Values = { ...deleting, "cleanup.policy": "compact" };

function change(before: Values, patch: Values): Settings {
  return { before: new Map(Object.entries(before)), after: new Map(Object.entries({ ...before, ...patch })) };
}

function cut(start: bigint, end: bigint, at: bigint, sizeBytes: bigint | null = 1000n): PartitionCut {
  return { start, end, cut: at, sizeBytes };
}

describe("what retention newly deletes", () => {
  const nothing: Retention = { ms: null, bytes: null, policy: false };
  const rows: [sentence: string, settings: Settings, retention: Retention][] = [
    ["no change deletes nothing more", change(deleting, {}), nothing],
    ["a shorter time is a new limit", change(deleting, { "retention.ms": "3600000" }), { ...nothing, ms: 3_600_000n }],
    ["a longer time deletes nothing", change(deleting, { "retention.ms": "604800001" }), nothing],
    [
      "from for ever to a time is a new limit",
      change({ ...deleting, "retention.ms": "-1" }, { "retention.ms": "5" }),
      { ...nothing, ms: 5n },
    ],
    ["to for ever is none", change(deleting, { "retention.ms": "-1" }), nothing],
    ["a time of 0 is a limit, not none", change(deleting, { "retention.ms": "0" }), { ...nothing, ms: 0n }],
    ["a size where there was none", change(deleting, { "retention.bytes": "1000" }), { ...nothing, bytes: 1000n }],
    [
      "a smaller size",
      change({ ...deleting, "retention.bytes": "1000" }, { "retention.bytes": "999" }),
      { ...nothing, bytes: 999n },
    ],
    ["a larger size", change({ ...deleting, "retention.bytes": "1000" }, { "retention.bytes": "1001" }), nothing],
    ["from 0 to a time keeps longer", change({ ...deleting, "retention.ms": "0" }, { "retention.ms": "5" }), nothing],
    ["an unknown policy claims nothing", change(deleting, { "cleanup.policy": null, "retention.ms": "1" }), nothing],
    [
      "both at once",
      change(deleting, { "retention.ms": "1", "retention.bytes": "2" }),
      { ms: 1n, bytes: 2n, policy: false },
    ],
    [
      "a compacted topic keeps its records whatever its retention",
      change(compacting, { "retention.ms": "1" }),
      nothing,
    ],
    [
      "from delete to compact ends deletion",
      change(deleting, { "cleanup.policy": "compact", "retention.ms": "1" }),
      nothing,
    ],
    [
      "deletion newly on: the old limits bite for the first time",
      change(compacting, { "cleanup.policy": "compact,delete" }),
      { ms: 604_800_000n, bytes: null, policy: true },
    ],
    [
      "deletion newly on with a longer time still bites",
      change(compacting, { "cleanup.policy": "delete", "retention.ms": "999999999999" }),
      { ms: 999_999_999_999n, bytes: null, policy: true },
    ],
    [
      "spaces in the list of policies do not matter",
      change(compacting, { "cleanup.policy": "compact, delete" }),
      { ms: 604_800_000n, bytes: null, policy: true },
    ],
    ["a value that is no number claims nothing", change(deleting, { "retention.ms": "soon" }), nothing],
    [
      "limits beyond 2^53 compare exactly",
      change({ ...deleting, "retention.bytes": "9007199254740993" }, { "retention.bytes": "9007199254740992" }),
      { ...nothing, bytes: 9_007_199_254_740_992n },
    ],
  ];

  test.each(rows)("%s", (_, settings, retention) => {
    expect(compareRetention(settings)).toEqual(retention);
  });
});

describe("how much goes", () => {
  const rows: [sentence: string, cuts: PartitionCut[], loss: ReturnType<typeof summarizeLoss>][] = [
    ["nothing of nothing", [], { records: 0n, bytes: 0n, keptRecords: 0n, keptBytes: 0n }],
    [
      "a quarter of the records takes a quarter of the bytes",
      [cut(0n, 100n, 25n)],
      { records: 25n, bytes: 250n, keptRecords: 75n, keptBytes: 750n },
    ],
    [
      "counting begins at the log start, not at 0",
      [cut(60n, 100n, 70n)],
      { records: 10n, bytes: 250n, keptRecords: 30n, keptBytes: 750n },
    ],
    [
      "a cut below the log start takes nothing",
      [cut(60n, 100n, 50n)],
      { records: 0n, bytes: 0n, keptRecords: 40n, keptBytes: 1000n },
    ],
    [
      "a cut at the end takes all",
      [cut(60n, 100n, 100n)],
      { records: 40n, bytes: 1000n, keptRecords: 0n, keptBytes: 0n },
    ],
    [
      "a cut past the end takes no more than all",
      [cut(60n, 100n, 900n)],
      { records: 40n, bytes: 1000n, keptRecords: 0n, keptBytes: 0n },
    ],
    [
      "an empty partition loses nothing, and keeps its file",
      [cut(100n, 100n, 100n, 12n)],
      { records: 0n, bytes: 0n, keptRecords: 0n, keptBytes: 12n },
    ],
    [
      "partitions add up",
      [cut(0n, 100n, 25n), cut(0n, 10n, 10n, 7n)],
      { records: 35n, bytes: 257n, keptRecords: 75n, keptBytes: 750n },
    ],
    [
      "one unknown size leaves the bytes unknown, the records known",
      [cut(0n, 10n, 5n, null), cut(0n, 10n, 5n)],
      { records: 10n, bytes: null, keptRecords: 10n, keptBytes: null },
    ],
    [
      "wherever it stands",
      [cut(0n, 10n, 5n), cut(0n, 10n, 5n, null)],
      { records: 10n, bytes: null, keptRecords: 10n, keptBytes: null },
    ],
    [
      "bytes beyond 2^53 stay exact",
      [cut(0n, 2n, 1n, 2n ** 60n + 2n)],
      { records: 1n, bytes: 2n ** 59n + 1n, keptRecords: 1n, keptBytes: 2n ** 59n + 1n },
    ],
  ];

  test.each(rows)("%s", (_, cuts, loss) => {
    expect(summarizeLoss(cuts)).toEqual(loss);
  });

  test("an effect tells the limit and what goes and stays; bytes only when they are known", () => {
    const known = describeLoss("DELETES_OLDER_THAN", 5n, { records: 3n, bytes: 30n, keptRecords: 1n, keptBytes: 10n });
    expect(known).toEqual([
      {
        severity: "crit",
        code: "DELETES_OLDER_THAN",
        loss: true,
        values: { limit: "5", records: "3", keptRecords: "1", bytes: "30", keptBytes: "10" },
      },
    ]);
    const unknown = describeLoss("DELETES_OVER_SIZE", 5n, {
      records: 3n,
      bytes: null,
      keptRecords: 1n,
      keptBytes: null,
    });
    expect(unknown[0]!.values).toEqual({ limit: "5", records: "3", keptRecords: "1" });
  });

  test("no effect when nothing goes", () => {
    expect(describeLoss("DELETES_OLDER_THAN", 5n, { records: 0n, bytes: 0n, keptRecords: 9n, keptBytes: 9n })).toEqual(
      [],
    );
  });
});

describe("where a size cuts", () => {
  const rows: [sentence: string, given: [start: bigint, end: bigint, size: bigint, limit: bigint], cut: bigint][] = [
    ["a partition that fits is not cut", [10n, 20n, 100n, 100n], 10n],
    ["one far smaller than the limit is not either", [10n, 20n, 100n, 1000n], 10n],
    ["half too large loses its older half", [10n, 20n, 200n, 100n], 15n],
    ["a limit of 0 takes all", [10n, 20n, 200n, 0n], 20n],
    ["less than a record too large takes no record", [0n, 10n, 105n, 100n], 0n],
    ["an empty partition is not cut", [20n, 20n, 200n, 0n], 20n],
  ];

  test.each(rows)("%s", (_, given, expected) => {
    expect(cutBySize(...given)).toBe(expected);
  });
});

describe("what a group has not read of what goes", () => {
  const cuts = new Map<number, PartitionCut>([
    [0, { start: 10n, end: 100n, cut: 50n, sizeBytes: null }],
    [1, { start: 0n, end: 100n, cut: 900n, sizeBytes: null }],
  ]);
  const rows: [sentence: string, committed: [number, bigint][], unread: bigint][] = [
    ["from its commit to the cut", [[0, 20n]], 30n],
    ["a commit below the log start counts from the log start", [[0, 0n]], 40n],
    ["a commit at the cut has read all", [[0, 50n]], 0n],
    ["a commit past the cut has read all", [[0, 99n]], 0n],
    ["a cut past the end counts to the end", [[1, 90n]], 10n],
    [
      "partitions add up",
      [
        [0, 20n],
        [1, 90n],
      ],
      40n,
    ],
    ["a partition that is not cut loses nothing", [[7, 0n]], 0n],
    ["no commit, nothing claimed", [], 0n],
  ];

  test.each(rows)("%s", (_, committed, unread) => {
    expect(countUnread(cuts, new Map(committed))).toBe(unread);
  });
});

describe("what follows from the values alone", () => {
  const before: Values = {
    ...deleting,
    "min.insync.replicas": "1",
    "max.message.bytes": "1048588",
    "unclean.leader.election.enable": "false",
  };
  const standing = { replicationFactor: 3, smallestIsr: 3 };
  const rows: [sentence: string, settings: Settings, standing: typeof standing, codes: string[]][] = [
    ["no change, no effect", change(before, {}), standing, []],
    ["a min ISR with room is fine", change(before, { "min.insync.replicas": "2" }), standing, []],
    [
      "a min ISR of all replicas leaves no room for one to fail",
      change(before, { "min.insync.replicas": "3" }),
      standing,
      ["MIN_ISR_NO_REDUNDANCY"],
    ],
    [
      "two of two leave none either",
      change(before, { "min.insync.replicas": "2" }),
      { replicationFactor: 2, smallestIsr: 2 },
      ["MIN_ISR_NO_REDUNDANCY"],
    ],
    [
      "a min ISR above what is in sync stops writers now",
      change(before, { "min.insync.replicas": "2" }),
      { replicationFactor: 3, smallestIsr: 1 },
      ["MIN_ISR_ABOVE_LIVE"],
    ],
    [
      "a min ISR above the replicas can never be met",
      change(before, { "min.insync.replicas": "4" }),
      standing,
      ["MIN_ISR_ABOVE_LIVE"],
    ],
    [
      "one of one is what a single replica has anyway",
      change({ ...before, "min.insync.replicas": "2" }, { "min.insync.replicas": "1" }),
      { replicationFactor: 1, smallestIsr: 1 },
      [],
    ],
    [
      "a min ISR that stays is not blamed on this change",
      change({ ...before, "min.insync.replicas": "3" }, { "retention.bytes": "5" }),
      standing,
      [],
    ],
    [
      "compaction newly on drops old values and refuses records without a key",
      change(before, { "cleanup.policy": "compact,delete" }),
      standing,
      ["COMPACTION_DROPS_OLD_VALUES", "KEYLESS_REFUSED"],
    ],
    [
      "compaction that was on before is no news",
      change({ ...before, "cleanup.policy": "compact" }, { "cleanup.policy": "compact,delete" }),
      standing,
      [],
    ],
    [
      "unclean election newly on",
      change(before, { "unclean.leader.election.enable": "true" }),
      standing,
      ["UNCLEAN_ELECTION"],
    ],
    [
      "unclean election newly off is no risk",
      change({ ...before, "unclean.leader.election.enable": "true" }, { "unclean.leader.election.enable": "false" }),
      standing,
      [],
    ],
    ["smaller batches may be refused", change(before, { "max.message.bytes": "1000" }), standing, ["SMALLER_BATCHES"]],
    ["larger batches are no risk", change(before, { "max.message.bytes": "2000000" }), standing, []],
    ["a longer time keeps longer", change(before, { "retention.ms": "604800001" }), standing, ["KEEPS_LONGER"]],
    [
      "from 0 on any time keeps longer",
      change({ ...before, "retention.ms": "0" }, { "retention.ms": "5" }),
      standing,
      ["KEEPS_LONGER"],
    ],
    ["a time of 0 keeps nothing longer", change(before, { "retention.ms": "0" }), standing, []],
    ["for ever keeps longer", change(before, { "retention.ms": "-1" }), standing, ["KEEPS_LONGER"]],
    [
      "a time on a compacted topic keeps nothing longer",
      change({ ...before, "cleanup.policy": "compact" }, { "retention.ms": "-1" }),
      standing,
      [],
    ],
  ];

  test.each(rows)("%s", (_, settings, given, codes) => {
    expect(assessSettings(settings, given).map(({ code }) => code)).toEqual(codes);
  });

  test("only compaction among them loses records", () => {
    const all = change(before, {
      "min.insync.replicas": "4",
      "cleanup.policy": "compact,delete",
      "unclean.leader.election.enable": "true",
      "max.message.bytes": "1",
      "retention.ms": "-1",
    });
    const losing = assessSettings(all, standing).filter(({ loss }) => loss);
    expect(losing.map(({ code }) => code)).toEqual(["COMPACTION_DROPS_OLD_VALUES"]);
  });

  test("effects carry the figures of their sentence", () => {
    const [isr] = assessSettings(change(before, { "min.insync.replicas": "2" }), {
      replicationFactor: 3,
      smallestIsr: 1,
    });
    expect(isr).toMatchObject({ severity: "crit", values: { minIsr: 2, replicationFactor: 3, smallestIsr: 1 } });
    const [batches] = assessSettings(change(before, { "max.message.bytes": "1000" }), standing);
    expect(batches!.values).toEqual({ bytes: "1000" });
    const [longer] = assessSettings(change(before, { "retention.ms": "-1" }), standing);
    expect(longer!.values).toEqual({ retentionMs: "-1" });
  });
});
