import type { Config, ConfigSource } from "@/lib/api/configs.ts";
import type { CreateTopicResult } from "@/lib/api/topics.ts";
import type { NewTopicDraft, SetBy } from "@/lib/settings/new-topic.ts";

/** EffectiveSetting is a value that the new topic will run with, and who sets it; null: not known. */
export type EffectiveSetting = { name: string; type: Config["type"]; value: string | null; by: SetBy };

/** setByOf tells who sets a value that the form leaves to the cluster. */
export function setByOf(source: ConfigSource): SetBy {
  return source === "dynamic-broker" || source === "dynamic-cluster" || source === "static-broker"
    ? "broker"
    : "default";
}

/** effectiveSettings joins what the form sets with what the cluster gives the rest: from the dry run when there is one, else from the cluster's defaults. By name. */
export function effectiveSettings(
  draft: NewTopicDraft,
  items: readonly Config[],
  result: CreateTopicResult | null,
): Map<string, EffectiveSetting> {
  const told = new Map((result?.configs ?? []).map((config) => [config.name, config]));
  const effective = new Map<string, EffectiveSetting>();
  for (const item of items) {
    const { value, source } = told.get(item.name) ?? item;
    effective.set(item.name, { name: item.name, type: item.type, value, by: setByOf(source) });
  }
  for (const [name, { value, by }] of draft.settings) {
    effective.set(name, { name, type: effective.get(name)?.type ?? "unknown", value, by });
  }
  return effective;
}
