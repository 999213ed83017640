"use client";

import { CloseButton } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ICON } from "./icon.ts";
import classes from "./note.module.css";
import { type Tone, toneIcons } from "./status-list.ts";

type NoteProps = {
  tone: Tone;
  icon?: TablerIcon;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  onClose?: () => void;
  /** Tells screen readers at once when it appears: for what just went wrong. */
  alert?: boolean;
};

/** Note is a tinted note in the page: what is so, and what to do about it. */
export function Note({ tone, icon, title, children, action, onClose, alert }: NoteProps) {
  const t = useTranslations("common");
  const Icon = icon ?? toneIcons[tone];
  return (
    <div className={classes.note} data-tone={tone} role={alert ? "alert" : undefined}>
      <Icon {...ICON} size={18} />
      <div className={classes.body}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {children}
      </div>
      {action ? <div className={classes.action}>{action}</div> : null}
      {onClose ? <CloseButton size="sm" aria-label={t("close")} onClick={onClose} /> : null}
    </div>
  );
}
