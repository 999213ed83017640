"use client";

import { IconAlertTriangle, IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./copy-button.module.css";
import { ICON } from "./icon.ts";
import { useCopy } from "./use-copy.ts";

const icons = { idle: IconCopy, done: IconCheck, refused: IconAlertTriangle };

/** CopyButton copies `value`; its label names what it copies. It says for 1.5 s that it did. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const t = useTranslations("common");
  const [state, copy] = useCopy();
  const Icon = icons[state];
  const name = label ?? t("copyValue", { value });
  const words = { idle: name, done: t("copied"), refused: t("notCopied") }[state];
  return (
    <button
      type="button"
      className={`hw-plain ${classes.button}`}
      data-state={state}
      data-tip={words}
      aria-label={name}
      onClick={() => copy(value)}
    >
      <Icon {...ICON} />
      <span role="status" className="hw-hidden">
        {state === "idle" ? "" : words}
      </span>
    </button>
  );
}

/** CopyName is a name that copies: the text, and the button beside it. */
export function CopyName({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <span className={classes.name}>
      <span className={classes.text}>{children ?? name}</span>
      <CopyButton value={name} />
    </span>
  );
}
