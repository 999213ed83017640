"use client";

import type { ReactNode } from "react";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import classes from "./field.module.css";

/** FieldHint is the line under a field: what was found, with the icon of its tone, or a grey explanation without one. */
export type FieldHint = { tone?: Tone; text: ReactNode };

type FieldProps = {
  id: string;
  label: string;
  /** At the right over the field: the key, a count. */
  aside?: ReactNode;
  hint?: FieldHint | undefined;
  /** Why the field cannot be as it is; takes the place of the hint. */
  error?: string | undefined;
  children: ReactNode;
};

/** hintIdOf is the id of the line under a field, for aria-describedby. */
export function hintIdOf(id: string): string {
  return `${id}-hint`;
}

/** Field is a label, a control and what is to be said of its value. */
export function Field({ id, label, aside, hint, error, children }: FieldProps) {
  const tone = error === undefined ? hint?.tone : "crit";
  const text = error ?? hint?.text;
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <label htmlFor={id}>{label}</label>
        {aside ? <span className={classes.aside}>{aside}</span> : null}
      </div>
      {children}
      <div id={hintIdOf(id)} className={classes.hint} data-tone={tone} aria-live="polite">
        {tone && text ? <ToneIcon tone={tone} size={14} /> : null}
        {text ? <span>{text}</span> : null}
      </div>
    </div>
  );
}
