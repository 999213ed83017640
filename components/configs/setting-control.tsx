"use client";

import { Autocomplete, type OptionsFilter, Select } from "@mantine/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Setting } from "@/lib/settings/kinds.ts";
import { suggestValues } from "@/lib/settings/suggestions.ts";
import { parseSetting, printSetting } from "@/lib/settings/values.ts";
import { useSettingLanguage } from "./use-setting-language.ts";

type SettingControlProps = {
  setting: Setting;
  /** The raw value, or a text that is none yet. */
  value: string;
  /** Tells the raw value; what cannot be read is told as it was typed. */
  onChange: (value: string) => void;
  onBlur?: () => void;
  label?: string;
  id?: string;
  invalid?: boolean;
  describedBy?: string;
  /** Takes the focus when it appears: for a control that a click just opened. */
  focusOnMount?: boolean;
  placeholder?: string;
  className?: string | undefined;
};

type ControlProps = SettingControlProps & { field: RefObject<HTMLInputElement | null> };

const all: OptionsFilter = ({ options }) => options;

function fieldProps({ id, label, invalid, describedBy, className, placeholder }: SettingControlProps) {
  return {
    ...(id ? { id } : {}),
    ...(className ? { className } : {}),
    ...(placeholder ? { placeholder } : {}),
    "aria-label": label,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
    error: invalid ?? false,
    autoComplete: "off",
    spellCheck: false,
  };
}

function TextControl(props: ControlProps) {
  const { setting, value, onChange, onBlur, invalid, field } = props;
  const language = useSettingLanguage();
  // What is wrong with a text stands under the field, where the suggestions would cover it.
  const suggestions = invalid ? [] : suggestValues(setting).map((raw) => printSetting(setting, raw, language));
  const printed = printSetting(setting, value, language);
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    const parsed = parseSetting(setting, text, language);
    onChange("raw" in parsed ? parsed.raw : text);
  };
  return (
    <Autocomplete
      {...fieldProps(props)}
      ref={field}
      data={[...new Set(suggestions)]}
      filter={all}
      value={typed ?? printed}
      onChange={change}
      onFocus={() => setTyped(printed)}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
    />
  );
}

function ChoiceControl(props: ControlProps) {
  const { setting, value, onChange, onBlur, field } = props;
  const language = useSettingLanguage();
  const choices = setting.kind.kind === "choice" ? setting.kind.choices : ["true", "false"];
  // Kafka takes an empty cleanup.policy; any other empty choice is one that is not known.
  const unknown = value === "" && setting.name !== "cleanup.policy";
  const values = unknown || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Select
      {...fieldProps(props)}
      ref={field}
      data={values.map((raw) => ({ value: raw, label: printSetting(setting, raw, language) }))}
      value={unknown ? null : value}
      defaultDropdownOpened={props.focusOnMount ?? false}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      onBlur={() => onBlur?.()}
    />
  );
}

/** SettingControl edits one setting by its kind: a choice from its choices, anything else as a text in human units with what is usual to choose from. */
export function SettingControl(props: SettingControlProps) {
  const field = useRef<HTMLInputElement>(null);
  const { focusOnMount } = props;
  useEffect(() => {
    if (!focusOnMount) return;
    field.current?.focus();
    field.current?.select();
  }, [focusOnMount]);
  const { kind } = props.setting.kind;
  return kind === "choice" || kind === "boolean" ? (
    <ChoiceControl {...props} field={field} />
  ) : (
    <TextControl {...props} field={field} />
  );
}
