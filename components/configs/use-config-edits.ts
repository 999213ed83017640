"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Config } from "@/lib/api/configs.ts";
import { type Baseline, changesNothing, type Edits, readEdits, withEdit, writeEdits } from "@/lib/settings/edits.ts";
import { parseEdits } from "@/lib/settings/parse-edits.ts";
import { useSettingLanguage } from "./use-setting-language.ts";

type Baselines = Readonly<Record<string, Baseline>>;

const baselineOf = ({ value, source }: Config): Baseline => ({ value, source });

function editable(edits: Edits, items: readonly Config[]): Edits {
  const open = new Set(items.filter(({ readOnly, sensitive }) => !readOnly && !sensitive).map(({ name }) => name));
  return Object.fromEntries(Object.entries(edits).filter(([name]) => open.has(name)));
}

function startBaselines(edits: Edits, items: readonly Config[]): Baselines {
  return Object.fromEntries(items.filter(({ name }) => name in edits).map((item) => [item.name, baselineOf(item)]));
}

/** useConfigEdits holds pending edits in the link, read as Kafka writes them, and what each setting was when its edit began. */
export function useConfigEdits(
  entries: readonly string[],
  setEntries: (entries: string[]) => void,
  items: readonly Config[],
) {
  const t = useTranslations("configs.input");
  const language = useSettingLanguage();
  const { edits, errors } = parseEdits(editable(readEdits(entries), items), items, language);
  const [baselines, setBaselines] = useState<Baselines>(() => startBaselines(edits, items));
  const write = (next: Edits) => setEntries(writeEdits(next));
  const itemOf = (name: string) => items.find((item) => item.name === name);
  const rebase = (name: string, keepFirst: boolean) => {
    const item = itemOf(name);
    if (item)
      setBaselines((all) => (keepFirst && name in edits && name in all ? all : { ...all, [name]: baselineOf(item) }));
  };
  const edit = (name: string, value: string | null) => {
    const item = itemOf(name);
    if (!item) return;
    rebase(name, true);
    write(withEdit(edits, name, changesNothing(item, value) ? undefined : value));
  };
  return {
    edits,
    baselines,
    errors: new Map([...errors].map(([name, code]) => [name, t(code)])),
    edit,
    undo: (name: string) => write(withEdit(edits, name, undefined)),
    discard: () => write({}),
    /** Takes what someone else set as what the edit begins from. */
    keep: (name: string) => rebase(name, false),
  };
}
