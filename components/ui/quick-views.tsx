"use client";

import { useId } from "react";
import type { Choice } from "./choice.ts";
import classes from "./quick-views.module.css";
import { useFormat } from "./use-format.ts";

export type { Choice } from "./choice.ts";

type SegmentedProps<V extends string> = {
  label: string;
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
  /** As wide as its place, for forms. */
  wide?: boolean;
};

/** Segmented chooses one of a few options, all in sight: radio buttons in one bar. */
export function Segmented<V extends string>({ label, value, options, onChange, wide }: SegmentedProps<V>) {
  const name = useId();
  const format = useFormat();
  return (
    <fieldset className={classes.views} data-wide={wide || undefined}>
      <legend className="hw-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.view}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.count === undefined || option.count === null ? null : <span>{format.count(option.count)}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** QuickViews is Segmented over a table: the views of it, each with its count. */
export const QuickViews = Segmented;
