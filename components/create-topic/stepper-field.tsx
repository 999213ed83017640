"use client";

import { TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { Field, type FieldHint, hintIdOf } from "./field.tsx";
import classes from "./stepper-field.module.css";

type StepperFieldProps = {
  label: string;
  /** What was typed, a number or not. */
  value: string;
  min: number;
  max: number;
  onChange: (value: string) => void;
  hint?: FieldHint | string | undefined;
  error?: string | undefined;
  aside?: string;
};

const KEYS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };

/** StepperField is a whole number with − and + beside it; the arrow keys step too. What is typed is told as it is. */
export function StepperField({ label, value, min, max, onChange, hint, error, aside }: StepperFieldProps) {
  const t = useTranslations("create.stepper");
  const id = useId();
  const number = /^\d{1,9}$/.test(value) ? Number(value) : null;
  const step = (by: 1 | -1) => onChange(String(Math.min(max, Math.max(min, number === null ? min : number + by))));
  const pressed = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  const button = (by: 1 | -1) => (
    <button
      type="button"
      className={`hw-plain ${classes.step}`}
      aria-label={t(by === 1 ? "more" : "less", { label })}
      disabled={number !== null && (by === 1 ? number >= max : number <= min)}
      onClick={() => step(by)}
    >
      {by === 1 ? <IconPlus {...ICON} size={14} /> : <IconMinus {...ICON} size={14} />}
    </button>
  );
  return (
    <Field id={id} label={label} aside={aside} hint={typeof hint === "string" ? { text: hint } : hint} error={error}>
      <TextInput
        id={id}
        className={classes.stepper}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        error={error !== undefined}
        aria-invalid={error !== undefined || undefined}
        attributes={{ input: { "aria-describedby": hintIdOf(id) } }}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
        onKeyDown={pressed}
        leftSection={button(-1)}
        leftSectionPointerEvents="all"
        leftSectionWidth={38}
        rightSection={button(1)}
        rightSectionWidth={38}
      />
    </Field>
  );
}
