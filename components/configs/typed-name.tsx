"use client";

import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useId } from "react";
import classes from "./typed-name.module.css";

/** TypedName asks for a name to be typed before something goes for good. */
export function TypedName({
  prompt,
  value,
  onChange,
}: {
  prompt: ReactNode;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={classes.guard}>
      <label htmlFor={id}>{prompt}</label>
      <TextInput
        id={id}
        className="hw-mono-input"
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
