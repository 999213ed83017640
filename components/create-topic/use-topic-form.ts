"use client";

import { useTranslations } from "next-intl";
import { refusedSettings } from "@/components/configs/field-errors.ts";
import { useDryRun } from "@/components/configs/use-dry-run.ts";
import { useSettingLanguage } from "@/components/configs/use-setting-language.ts";
import { ApiError } from "@/lib/api/client.ts";
import type { TopicSettings } from "@/lib/api/configs.ts";
import { checkCreateTopicQuery } from "@/lib/queries/topic-changes.ts";
import { readEdits, withEdit, writeEdits } from "@/lib/settings/edits.ts";
import { draftTopic, type FormError, type NewTopicDraft } from "@/lib/settings/new-topic.ts";
import { parseEdits } from "@/lib/settings/parse-edits.ts";
import type { PresetId } from "@/lib/settings/presets.ts";
import { sameValue } from "@/lib/settings/values.ts";

/** CreateParams is what the link of the page holds. */
export type CreateParams = {
  name: string;
  preset: PresetId;
  partitions: string | null;
  replicationFactor: string | null;
  config: string[];
  more: boolean;
  search: string;
  open: string | null;
  all: boolean;
};

/** SetCreateParams changes some of it. */
export type SetCreateParams = (params: Partial<CreateParams>) => void;

const INPUT_ERRORS = new Set(["empty", "duration", "size", "share", "integer", "boolean", "tooLarge"]);

function useErrorWords() {
  const t = useTranslations();
  return ({ code, values }: FormError) =>
    INPUT_ERRORS.has(code) ? t(`configs.input.${code}`) : t(`create.refused.${code}`, values);
}

/** fieldsOf gives what a request was refused for, by path ("name", "configs.retention.ms"). */
function fieldsOf(error: unknown): Map<string, string> {
  if (!(error instanceof ApiError)) return new Map();
  const settings = [...refusedSettings(error)].map(([name, message]): [string, string] => [`configs.${name}`, message]);
  return new Map([...error.fields.map(({ path, message }): [string, string] => [path, message]), ...settings]);
}

function useErrors(draft: NewTopicDraft, refusal: unknown, tried: boolean): Map<string, string> {
  const wordsOf = useErrorWords();
  const own = [...draft.errors].filter(([, { code }]) => tried || code !== "nameMissing");
  const words = own.map(([path, error]): [string, string] => [path, wordsOf(error)]);
  return new Map([...fieldsOf(refusal), ...words]);
}

/** useTopicForm works the form out of its link and the cluster: the draft, its errors at their fields, the broker's dry run, and the setters. `refusal` is what the last try to create these very values failed with. */
export function useTopicForm(
  clusterId: string,
  settings: TopicSettings,
  params: CreateParams,
  setParams: SetCreateParams,
  state: { tried: boolean; done: boolean; refusalOf: (body: NewTopicDraft["body"]) => unknown },
) {
  const language = useSettingLanguage();
  const typed = readEdits(params.config);
  const { edits } = parseEdits(typed, settings.items, language);
  const { name, preset, partitions, replicationFactor } = params;
  const cluster = { ...settings, liveBrokers: settings.liveBrokers.length };
  const draft = draftTopic({ name, preset, partitions, replicationFactor, edits: typed }, cluster, language);
  const run = useDryRun(draft.errors.size > 0 || state.done ? null : draft.body, (input) =>
    checkCreateTopicQuery(clusterId, input),
  );
  const errors = useErrors(draft, run.error ?? state.refusalOf(draft.body), state.tried);
  const inherited = (key: string) =>
    draft.proposal.configs[key] ?? settings.items.find((item) => item.name === key)?.value ?? null;
  const setConfig = (key: string, value: string | null | undefined) => {
    const same = typeof value === "string" && sameValue(key, value, inherited(key));
    setParams({ config: writeEdits(withEdit(edits, key, same ? undefined : value)) });
  };
  const valueOf = (key: string) => {
    const edit = edits[key];
    if (edit === null) return settings.items.find((item) => item.name === key)?.value ?? "";
    return edit ?? inherited(key) ?? "";
  };
  return { draft, run, errors, edits, setConfig, valueOf, inherited };
}

/** TopicFormState is the form worked out. */
export type TopicFormState = ReturnType<typeof useTopicForm>;
