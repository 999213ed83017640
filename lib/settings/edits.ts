import type { Config, ConfigPatch } from "../api/configs.ts";
import { sameValue } from "./values.ts";

/** Edits are pending changes by setting: a raw value (or a text that is none yet), or null for "back to the default". */
export type Edits = Readonly<Record<string, string | null>>;

/** readEdits reads edits from a link: `retention.ms=259200000` sets, `retention.ms` alone resets; as kafka-topics.sh's --config. */
export function readEdits(entries: readonly string[]): Edits {
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.startsWith("=") && entry !== "")
      .map((entry) => {
        const at = entry.indexOf("=");
        return at < 0 ? [entry, null] : [entry.slice(0, at), entry.slice(at + 1)];
      }),
  );
}

/** writeEdits is readEdits backwards, sorted, so that the same edits are the same link. */
export function writeEdits(edits: Edits): string[] {
  const entries = Object.entries(edits).map(([name, value]) => (value === null ? name : `${name}=${value}`));
  return entries.toSorted();
}

/** withEdit adds an edit, replaces it, or with undefined takes it away. */
export function withEdit(edits: Edits, name: string, value: string | null | undefined): Edits {
  const { [name]: _gone, ...rest } = edits;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** changesNothing tells whether an edit leaves a setting as it is: the value it has, or a reset of what is a default. */
export function changesNothing(config: Config, edit: string | null, own: Config["source"] = "topic"): boolean {
  return edit === null ? config.source !== own : sameValue(config.name, config.value, edit);
}

/** toPatch is what `PATCH topics/{topic}/configs` takes for these edits: only what was edited. */
export function toPatch(edits: Edits): ConfigPatch {
  const entries = Object.entries(edits).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    set: Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null)),
    delete: entries.filter(([, value]) => value === null).map(([name]) => name),
  };
}

/** Baseline is a setting as it was when its edit began. */
export type Baseline = Pick<Config, "value" | "source">;

/** changedMeanwhile tells whether someone else changed a setting since its edit began. */
export function changedMeanwhile(config: Config, baseline: Baseline | undefined): boolean {
  return baseline !== undefined && (config.value !== baseline.value || config.source !== baseline.source);
}
