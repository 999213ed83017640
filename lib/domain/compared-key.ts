/** Side is which log of a comparison: 0 what went in, 1 what came out. */
export type Side = 0 | 1;

/** ComparedValue is one value of a key: how often each side has it, where it stands there first, and the timestamp (epoch ms) of the first record that was read with it, on whichever side. */
export type ComparedValue = {
  counts: [number, number];
  partitions: [number, number];
  offsets: [bigint, bigint];
  timestamp: number;
};

/**
 * KeyKind is what became of a key's records. `same`: the same values, as often, in the same order. `reordered`: the same values as often, in another order.
 * `missing`: values of the first side lack on the second, and nothing is new there. `extra`: the other way round. `changed`: both.
 * `repeated`: the same values, not as often.
 */
export const keyKinds = ["same", "reordered", "changed", "missing", "extra", "repeated"] as const;
export type KeyKind = (typeof keyKinds)[number];

/** ComparedKey is what both sides have of a key: its values as they were seen first, whether they are in the same order, and whether a side has the key in several partitions: then there is no order. `start` is the beginning of the key's bytes and its whole size, null for the null key. */
export type ComparedKey = {
  start: { bytes: Uint8Array; size: number } | null;
  values: ComparedValue[];
  sameOrder: boolean;
  spread: [boolean, boolean];
};

/** judgeKey gives the kind of a key. */
export function judgeKey({ values, sameOrder, spread }: ComparedKey): KeyKind {
  const missing = values.some(({ counts }) => counts[1] === 0);
  const extra = values.some(({ counts }) => counts[0] === 0);
  if (missing) return extra ? "changed" : "missing";
  if (extra) return "extra";
  if (values.some(({ counts }) => counts[0] !== counts[1])) return "repeated";
  return sameOrder || spread[0] || spread[1] ? "same" : "reordered";
}

function byOffset(values: readonly ComparedValue[], side: Side): ComparedValue[] {
  return values.toSorted((a, b) => (a.offsets[side] < b.offsets[side] ? -1 : 1));
}

function firstDeparture(values: readonly ComparedValue[]): [ComparedValue, ComparedValue] {
  const left = byOffset(values, 0);
  const right = byOffset(values, 1);
  const at = Math.max(
    0,
    left.findIndex((value, index) => value !== right[index]),
  );
  return [left[at]!, right[at]!];
}

/** showKey picks the values that show why a key is of its kind, one a side (null: the side has none): the first that the other side lacks, is there more or less often, or stands in another place of the order. */
export function showKey(
  { values }: ComparedKey,
  kind: KeyKind,
): [left: ComparedValue | null, right: ComparedValue | null] {
  const missing = values.find(({ counts }) => counts[1] === 0) ?? null;
  const extra = values.find(({ counts }) => counts[0] === 0) ?? null;
  if (kind === "missing" || kind === "extra" || kind === "changed") return [missing, extra];
  if (kind === "reordered") return firstDeparture(values);
  const shown = values.find(({ counts }) => counts[0] !== counts[1]) ?? values[0] ?? null;
  return [shown, shown];
}
