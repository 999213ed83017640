import type { Config } from "../api/configs.ts";

/** SettingWord is a word that stands for a special value: -1 is "no limit". The catalogue `configs` puts it into a language. */
export type SettingWord = "noLimit" | "asRetention" | "leftToOs" | "codecDefault";

/** SettingKind is what a value means: a time in ms, a size in bytes, a share of 1, a whole number, on or off, one of some choices, a list, or any text. `words` name special values by their raw form. */
export type SettingKind =
  | { kind: "duration" | "size" | "integer"; words?: Readonly<Record<string, SettingWord>> }
  | { kind: "share" | "boolean" | "list" | "text" }
  | { kind: "choice"; choices: readonly string[] };

/** settingGroups are the purposes by which settings are shown, in order. */
export const settingGroups = ["retention", "compaction", "durability", "segments", "records", "other"] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** MAX_INT64 is the largest value of a `long` setting, by which Kafka says "never". */
export const MAX_INT64 = (2n ** 63n - 1n).toString();

const minusOne = { "-1": "noLimit" } as const;
const asRetention = { "-2": "asRetention", "-1": "noLimit" } as const;
const never = { [MAX_INT64]: "noLimit" } as const;
const leftToOs = { [MAX_INT64]: "leftToOs" } as const;
const duration = (words?: Readonly<Record<string, SettingWord>>): SettingKind => ({
  kind: "duration",
  ...(words && { words }),
});
const size = (words?: Readonly<Record<string, SettingWord>>): SettingKind => ({
  kind: "size",
  ...(words && { words }),
});
const integer = (words?: Readonly<Record<string, SettingWord>>): SettingKind => ({
  kind: "integer",
  ...(words && { words }),
});
const choice = (...choices: string[]): SettingKind => ({ kind: "choice", choices });
const yesNo: SettingKind = { kind: "boolean" };
const list: SettingKind = { kind: "list" };

type Entry = readonly [name: string, group: SettingGroup, kind: SettingKind];

/** catalogue is every topic setting of Kafka 2.8 to 4.x (org.apache.kafka.common.config.TopicConfig), by purpose, what is changed most first. */
const catalogue: readonly Entry[] = [
  ["retention.ms", "retention", duration(minusOne)],
  ["retention.bytes", "retention", size(minusOne)],
  ["local.retention.ms", "retention", duration(asRetention)],
  ["local.retention.bytes", "retention", size(asRetention)],
  ["cleanup.policy", "compaction", choice("delete", "compact", "compact,delete")],
  ["min.cleanable.dirty.ratio", "compaction", { kind: "share" }],
  ["min.compaction.lag.ms", "compaction", duration()],
  ["max.compaction.lag.ms", "compaction", duration(never)],
  ["delete.retention.ms", "compaction", duration()],
  ["min.insync.replicas", "durability", integer()],
  ["unclean.leader.election.enable", "durability", yesNo],
  ["flush.messages", "durability", integer(leftToOs)],
  ["flush.ms", "durability", duration(leftToOs)],
  ["segment.ms", "segments", duration()],
  ["segment.bytes", "segments", size()],
  ["segment.jitter.ms", "segments", duration()],
  ["segment.index.bytes", "segments", size()],
  ["index.interval.bytes", "segments", size()],
  ["preallocate", "segments", yesNo],
  ["file.delete.delay.ms", "segments", duration()],
  ["compression.type", "records", choice("producer", "uncompressed", "gzip", "lz4", "snappy", "zstd")],
  ["compression.gzip.level", "records", integer({ "-1": "codecDefault" })],
  ["compression.lz4.level", "records", integer()],
  ["compression.zstd.level", "records", integer()],
  ["max.message.bytes", "records", size()],
  ["message.timestamp.type", "records", choice("CreateTime", "LogAppendTime")],
  ["message.timestamp.before.max.ms", "records", duration(never)],
  ["message.timestamp.after.max.ms", "records", duration(never)],
  ["message.timestamp.difference.max.ms", "records", duration(never)],
  ["message.format.version", "records", { kind: "text" }],
  ["message.downconversion.enable", "records", yesNo],
  ["remote.storage.enable", "other", yesNo],
  ["remote.log.copy.disable", "other", yesNo],
  ["remote.log.delete.on.disable", "other", yesNo],
  ["leader.replication.throttled.replicas", "other", list],
  ["follower.replication.throttled.replicas", "other", list],
];

const known = new Map(catalogue.map(([name, group, kind], order) => [name, { group, kind, order }]));

/** Setting is what is known of a setting beside its value: its purpose, its kind, and whether it has a human name. */
export type Setting = { name: string; group: SettingGroup; kind: SettingKind; named: boolean; type: Config["type"] };

const NUMBERS = new Set<Config["type"]>(["int", "long", "short"]);

/** guessKind reads a setting that the catalogue lacks (a broker's, or a newer Kafka's) by its type and the unit its name ends with. */
function guessKind(name: string, type: Config["type"]): SettingKind {
  if (type === "boolean") return yesNo;
  if (type === "list") return list;
  if (!NUMBERS.has(type)) return { kind: "text" };
  if (/\.ms(\.|$)/.test(name)) return duration({ "-1": "noLimit", [MAX_INT64]: "noLimit" });
  return name.endsWith("bytes") ? size(minusOne) : integer();
}

/** describeSetting gives a setting's purpose and kind; one that is not in the catalogue is "other", its kind read from its type and name. */
export function describeSetting({ name, type }: Pick<Config, "name" | "type">): Setting {
  const entry = known.get(name);
  if (!entry) return { name, type, group: "other", kind: guessKind(name, type), named: false };
  return { name, type, group: entry.group, kind: entry.kind, named: true };
}

/** compareSettings orders settings as the catalogue does, those it lacks last and by name. */
export function compareSettings(a: string, b: string): number {
  const [left, right] = [known.get(a)?.order ?? catalogue.length, known.get(b)?.order ?? catalogue.length];
  return left - right || (a < b ? -1 : a > b ? 1 : 0);
}

/** messageKey is a setting's key in a catalogue of messages, where a point would nest. */
export function messageKey(name: string): string {
  return name.replaceAll(".", "_");
}
