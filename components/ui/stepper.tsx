"use client";

import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { ICON } from "./icon.ts";
import classes from "./stepper.module.css";
import { toWhole } from "./to-whole.ts";

type StepperProps = {
  label: string;
  /** null while the field is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** Under the field: what the value means. */
  hint?: ReactNode;
  /** Under the field, instead of the hint: why the value is refused. */
  error?: ReactNode;
};

/** Stepper is a field for a small whole number with a button for one less and one more. What is typed is not cut to min and max; say what is wrong with it in `error`. */
export function Stepper({ label, value, onChange, min = 1, max = 1_000_000, hint, error }: StepperProps) {
  const t = useTranslations("common");
  const id = useId();
  const step = (by: number) => onChange(Math.min(max, Math.max(min, (value ?? 0) + by)));
  const pressed = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  };
  return (
    <div className={classes.stepper}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.box} data-invalid={error ? true : undefined}>
        <button
          type="button"
          className={`hw-plain ${classes.step}`}
          aria-label={t("less", { what: label })}
          disabled={value !== null && value <= min}
          onClick={() => step(-1)}
        >
          <IconMinus {...ICON} size={14} />
        </button>
        <input
          id={id}
          className={classes.field}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-words`}
          value={value ?? ""}
          onChange={(event) => onChange(toWhole(event.currentTarget.value))}
          onKeyDown={pressed}
        />
        <button
          type="button"
          className={`hw-plain ${classes.step}`}
          aria-label={t("more", { what: label })}
          disabled={value !== null && value >= max}
          onClick={() => step(1)}
        >
          <IconPlus {...ICON} size={14} />
        </button>
      </div>
      <div id={`${id}-words`} className={error ? classes.error : classes.hint}>
        {error ?? hint}
      </div>
    </div>
  );
}
