import { formatBinaryBytes, formatDuration, formatExact, type Locale } from "../format.ts";
import { parseInteger } from "./amounts.ts";
import { parseDuration, printDuration } from "./durations.ts";
import { MAX_INT64, type Setting, type SettingWord } from "./kinds.ts";
import { parseShare, printShare } from "./shares.ts";
import { parseSize, printSize } from "./sizes.ts";

/** SettingLanguage is how values are put into words: a language, its words for special values, on and off, and names of choices. */
export type SettingLanguage = {
  locale: Locale;
  word: (word: SettingWord) => string;
  onOff: (on: boolean) => string;
  choice: (setting: string, value: string) => string;
};

/** InputError is why a text is no value of a setting; the catalogue `configs.input` puts it into words. */
export type InputError = "empty" | "duration" | "size" | "share" | "integer" | "boolean" | "tooLarge";

/** Parsed is a setting's raw value, or why a text is none. */
export type Parsed = { raw: string } | { error: InputError };

const LIMITS: Record<string, bigint> = { short: 2n ** 15n - 1n, int: 2n ** 31n - 1n, long: BigInt(MAX_INT64) };

function bounded(value: bigint, type: string): Parsed {
  const limit = LIMITS[type] ?? BigInt(MAX_INT64);
  return value > limit || value < -limit - 1n ? { error: "tooLarge" } : { raw: value.toString() };
}

const readers = { duration: parseDuration, size: parseSize, integer: () => null };

function parseNumber({ kind, type }: Setting, text: string, language: SettingLanguage): Parsed {
  if (kind.kind !== "duration" && kind.kind !== "size" && kind.kind !== "integer") return { raw: text };
  const special = Object.entries(kind.words ?? {}).find(
    ([, word]) => language.word(word).toLowerCase() === text.toLowerCase(),
  );
  if (special) return { raw: special[0] };
  const value = parseInteger(text) ?? readers[kind.kind](text);
  return value === null ? { error: kind.kind } : bounded(value, type);
}

function parseBoolean(text: string, language: SettingLanguage): Parsed {
  const lower = text.toLowerCase();
  const value = [true, false].find((on) => lower === String(on) || lower === language.onOff(on).toLowerCase());
  return value === undefined ? { error: "boolean" } : { raw: String(value) };
}

/** parseSetting reads what a person typed as a setting's raw value: "3 d" is 259200000, "no limit" is -1, a bare number is Kafka's own unit. A raw value reads as itself. */
export function parseSetting(setting: Setting, typed: string, language: SettingLanguage): Parsed {
  const text = typed.trim();
  const { kind } = setting.kind;
  if (text === "") return kind === "list" || kind === "choice" ? { raw: "" } : { error: "empty" };
  if (kind === "boolean") return parseBoolean(text, language);
  if (kind === "share") {
    const share = parseShare(text);
    return share === null ? { error: "share" } : { raw: share };
  }
  return parseNumber(setting, text, language);
}

/** sortPolicies makes "delete,compact" the same text as "compact,delete": Kafka reads a set. */
function sortPolicies(value: string): string {
  return value
    .split(",")
    .map((part) => part.trim())
    .toSorted()
    .join(",");
}

/** sameValue tells whether two raw values mean the same to Kafka. */
export function sameValue(name: string, a: string | null, b: string | null): boolean {
  if (a === null || b === null || name !== "cleanup.policy") return a === b;
  return sortPolicies(a) === sortPolicies(b);
}

function printNumber({ kind }: Setting, raw: string, language: SettingLanguage): string {
  const value = parseInteger(raw);
  if (value === null || value < 0n) return raw;
  if (kind.kind === "duration") return printDuration(value, language.locale);
  return kind.kind === "size" ? printSize(value, language.locale) : formatExact(value, language.locale);
}

/** printSetting writes a raw value for a person, exactly: parseSetting reads it back. What cannot be read stays as it is. */
export function printSetting(setting: Setting, raw: string, language: SettingLanguage): string {
  const { kind } = setting;
  if (kind.kind === "boolean") return raw === "true" || raw === "false" ? language.onOff(raw === "true") : raw;
  if (kind.kind === "share") return printShare(raw);
  if (kind.kind === "choice") return language.choice(setting.name, raw);
  if (kind.kind === "list" || kind.kind === "text") return raw;
  const word = "words" in kind ? kind.words?.[raw] : undefined;
  return word ? language.word(word) : printNumber(setting, raw, language);
}

/** shortenSetting is printSetting for where the raw value stands beside it: rounded when the exact text is a long row of digits. */
export function shortenSetting(setting: Setting, raw: string, language: SettingLanguage): string {
  const exact = printSetting(setting, raw, language);
  if (!/^[\d,]{5,}\s/.test(exact)) return exact;
  return setting.kind.kind === "size" ? formatBinaryBytes(raw) : formatDuration(raw, language.locale);
}
