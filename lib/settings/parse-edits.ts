import type { Config } from "../api/configs.ts";
import type { Edits } from "./edits.ts";
import { describeSetting } from "./kinds.ts";
import { type InputError, parseSetting, type SettingLanguage } from "./values.ts";

/** ParsedEdits are edits with their values as Kafka writes them, and by setting why a text is no value; such a text stays as it was typed. */
export type ParsedEdits = { edits: Edits; errors: ReadonlyMap<string, InputError> };

/** parseEdits reads the texts of edits by the settings' kinds. */
export function parseEdits(edits: Edits, items: readonly Config[], language: SettingLanguage): ParsedEdits {
  const types = new Map(items.map(({ name, type }) => [name, type]));
  const errors = new Map<string, InputError>();
  const entries = Object.entries(edits).map(([name, value]): [string, string | null] => {
    if (value === null) return [name, null];
    const parsed = parseSetting(describeSetting({ name, type: types.get(name) ?? "unknown" }), value, language);
    if ("raw" in parsed) return [name, parsed.raw];
    errors.set(name, parsed.error);
    return [name, value];
  });
  return { edits: Object.fromEntries(entries), errors };
}
