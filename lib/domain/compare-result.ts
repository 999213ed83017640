import {
  type ComparedKey,
  type ComparedValue,
  judgeKey,
  type KeyKind,
  keyKinds,
  showKey,
  type Side,
} from "./compared-key.ts";

/** ComparedPlace is the first record of one side with a value, and how many with that value the side has. */
export type ComparedPlace = { partition: number; offset: bigint; count: number };

/** KeyStart is the beginning of a key's bytes and its whole size; null for the null key. */
export type KeyStart = { bytes: Uint8Array; size: number } | null;

/** DifferenceKind is every kind of key but the same. */
export type DifferenceKind = Exclude<KeyKind, "same">;

/** Difference is a key of which both sides do not have the same, and a record of each side that shows it; null where the side has none. */
export type Difference = {
  key: KeyStart;
  left: ComparedPlace | null;
  right: ComparedPlace | null;
};

/** KindTotal counts the keys of a kind (a null key is none) and their records on each side. */
export type KindTotal = { keys: number; records: [number, number] };

/** TimeSpan is from the first to the last, in epoch ms. */
export type TimeSpan = { first: number; last: number };

/**
 * ComparedKeys is what two logs have in common by key. `kinds` adds up to the records of the keys. `missing` and `extra` are records whose value the other side lacks for their key, and when they were
 * written; `more` and `fewer` are copies that the second side has beyond the first, or lacks; `matched` are the rest. `spreadKeys` are the keys that stand in several partitions, by side: their order is not compared.
 */
export type ComparedKeys = {
  kinds: Record<KeyKind, KindTotal>;
  matched: number;
  missing: number;
  extra: number;
  more: number;
  fewer: number;
  missingSpan: TimeSpan | null;
  extraSpan: TimeSpan | null;
  nullKeyRecords: [number, number];
  spreadKeys: [number, number];
  differences: Record<DifferenceKind, Difference[]>;
};

/** emptyComparison is ComparedKeys of nothing. */
export function emptyComparison(): ComparedKeys {
  return {
    kinds: Object.fromEntries(keyKinds.map((kind) => [kind, { keys: 0, records: [0, 0] }])) as never,
    matched: 0,
    missing: 0,
    extra: 0,
    more: 0,
    fewer: 0,
    missingSpan: null,
    extraSpan: null,
    nullKeyRecords: [0, 0],
    spreadKeys: [0, 0],
    differences: { reordered: [], changed: [], missing: [], extra: [], repeated: [] },
  };
}

function stretch(span: TimeSpan | null, at: number): TimeSpan {
  return span === null ? { first: at, last: at } : { first: Math.min(span.first, at), last: Math.max(span.last, at) };
}

function countValue(into: ComparedKeys, { counts: [left, right], timestamp }: ComparedValue): void {
  into.matched += Math.min(left, right);
  if (right === 0) {
    into.missing += left;
    into.missingSpan = stretch(into.missingSpan, timestamp);
  } else if (left === 0) {
    into.extra += right;
    into.extraSpan = stretch(into.extraSpan, timestamp);
  } else {
    into.more += Math.max(0, right - left);
    into.fewer += Math.max(0, left - right);
  }
}

function placeOf(value: ComparedValue | null, side: Side): ComparedPlace | null {
  if (value === null || value.counts[side] === 0) return null;
  return { partition: value.partitions[side], offset: value.offsets[side], count: value.counts[side] };
}

function countKey(into: ComparedKeys, key: ComparedKey, kind: KeyKind): void {
  const total = into.kinds[kind];
  if (key.start !== null) total.keys += 1;
  for (const side of [0, 1] as const) {
    const records = key.values.reduce((sum, { counts }) => sum + counts[side], 0);
    total.records[side] += records;
    if (key.start === null) into.nullKeyRecords[side] += records;
    else if (key.spread[side]) into.spreadKeys[side] += 1;
  }
  for (const value of key.values) countValue(into, value);
}

/** addKey counts a key in, and keeps it as an example unless there are `examples` of its kind. */
export function addKey(into: ComparedKeys, key: ComparedKey, examples: number): void {
  const kind = judgeKey(key);
  countKey(into, key, kind);
  if (kind === "same" || into.differences[kind].length >= examples) return;
  const [left, right] = showKey(key, kind);
  into.differences[kind].push({ key: key.start, left: placeOf(left, 0), right: placeOf(right, 1) });
}
