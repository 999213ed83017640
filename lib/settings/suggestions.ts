import { MAX_INT64, type Setting } from "./kinds.ts";

const [HOUR, DAY, MIB, GIB] = [3_600_000n, 86_400_000n, 1_048_576n, 1_073_741_824n];
const raw = (unit: bigint, ...amounts: bigint[]) => amounts.map((amount) => (amount * unit).toString());

const own: Readonly<Record<string, readonly string[]>> = {
  "retention.ms": [...raw(HOUR, 1n, 6n, 12n), ...raw(DAY, 1n, 3n, 7n, 14n, 30n, 90n, 365n), "-1"],
  "retention.bytes": [...raw(GIB, 1n, 5n, 10n, 50n, 100n, 500n), "-1"],
  "local.retention.ms": ["-2", ...raw(HOUR, 1n, 6n, 12n), ...raw(DAY, 1n, 3n, 7n)],
  "local.retention.bytes": ["-2", ...raw(GIB, 1n, 5n, 10n, 50n, 100n)],
  "min.compaction.lag.ms": ["0", ...raw(60_000n, 1n, 5n, 15n), ...raw(HOUR, 1n, 6n), ...raw(DAY, 1n)],
  "max.compaction.lag.ms": [...raw(HOUR, 1n, 6n, 12n), ...raw(DAY, 1n, 3n, 7n), MAX_INT64],
  "delete.retention.ms": [...raw(HOUR, 1n, 6n, 12n), ...raw(DAY, 1n, 3n, 7n)],
  "segment.ms": [...raw(HOUR, 1n, 6n, 12n), ...raw(DAY, 1n, 3n, 7n)],
  "segment.bytes": raw(MIB, 64n, 128n, 256n, 512n, 1024n),
  "max.message.bytes": ["1048588", ...raw(MIB, 2n, 4n, 8n, 16n)],
  "min.insync.replicas": ["1", "2", "3"],
  "min.cleanable.dirty.ratio": ["0.01", "0.1", "0.25", "0.5", "0.75"],
};

const byKind: Partial<Record<Setting["kind"]["kind"], readonly string[]>> = {
  duration: [...raw(1_000n, 1n, 10n), ...raw(60_000n, 1n, 10n), ...raw(HOUR, 1n, 6n), ...raw(DAY, 1n, 7n)],
  size: [...raw(1024n, 4n, 64n), ...raw(MIB, 1n, 10n, 100n), ...raw(GIB, 1n)],
};

/** suggestValues gives raw values that a setting often has, and its special ones, to choose from; any other can be typed. */
export function suggestValues(setting: Setting): readonly string[] {
  const words = "words" in setting.kind ? Object.keys(setting.kind.words ?? {}) : [];
  const values = own[setting.name] ?? byKind[setting.kind.kind] ?? [];
  return [...values, ...words.filter((word) => !values.includes(word))];
}
