"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import classes from "./expression-input.module.css";
import { expressionTokens } from "./expression-tokens.ts";

type ExpressionInputProps = TextInputProps & { value: string };

/** ExpressionInput is a line of text whose paths, literals and words are coloured as they are in records: the picture lies over an input whose own text is not drawn. */
export function ExpressionInput({ value, className, ...props }: ExpressionInputProps) {
  const [scrolled, setScrolled] = useState(0);
  return (
    <div className={`${classes.container} ${className}`}>
      <TextInput
        {...props}
        value={value}
        className="hw-mono-input"
        classNames={{ input: classes.input! }}
        onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
      />
      <div className={classes.picture} aria-hidden="true">
        <span style={{ translate: `${-scrolled}px` }}>
          {expressionTokens(value).map(({ kind, text }, index) => (
            <span key={index} data-token={kind}>
              {text}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
