import type { ConfigValue } from "@/lib/api/configs.ts";

/** SettingRow is one line of the settings card: a setting, or two that limit the same thing. `marked`: the topic sets it. */
export type SettingRow = { id: string; configs: ConfigValue[]; marked: boolean };

/** segmentRow is the line of what closes a segment: its size or its age. */
export const segmentRow = "segment";

const lines = [
  { id: "cleanup.policy" },
  { id: "retention.ms" },
  { id: "retention.bytes" },
  { id: segmentRow, names: ["segment.bytes", "segment.ms"] },
  { id: "min.insync.replicas" },
  { id: "compression.type" },
  { id: "max.message.bytes" },
  { id: "message.timestamp.type" },
].map(({ id, names }) => ({ id, names: names ?? [id] }));

const shown = new Set(lines.flatMap(({ names }) => names));
const isSet = ({ source }: ConfigValue) => source === "topic";

/** settingRows are the lines of the settings card: those that the topic sets first, also such as have no line otherwise. */
export function settingRows(configs: readonly ConfigValue[]): SettingRow[] {
  const byName = new Map(configs.map((config) => [config.name, config]));
  const usual = lines.map(({ id, names }) => ({
    id,
    configs: names.map((name) => byName.get(name)).filter((config) => config !== undefined),
  }));
  const further = configs
    .filter((config) => isSet(config) && !shown.has(config.name))
    .map((config) => ({ id: config.name, configs: [config] }));
  const rows = [...usual, ...further]
    .filter((row) => row.configs.length > 0)
    .map((row) => ({ ...row, marked: row.configs.some(isSet) }));
  return [...rows.filter(({ marked }) => marked), ...rows.filter(({ marked }) => !marked)];
}
