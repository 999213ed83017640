"use client";

import { IconClock, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ICON } from "./icon.ts";
import { Note } from "./note.tsx";
import classes from "./stale-note.module.css";
import { Moment } from "./time-ago.tsx";
import { useFormat } from "./use-format.ts";
import { useNow } from "./use-now.ts";

/** StaleNote marks values that are not current with the time they are from. */
export function StaleNote({ asOf }: { asOf: string | number }) {
  const t = useTranslations("common");
  const format = useFormat();
  const now = useNow();
  const moment = new Date(asOf).getTime();
  return (
    <span className={classes.stale}>
      <IconClock {...ICON} size={14} />
      <Moment at={moment}>{t("asOf", { time: format.time(moment, now) })}</Moment>
    </span>
  );
}

type UnreachableNoteProps = {
  /** The cluster that does not answer. */
  name: string;
  /** When it last answered; null when it never did. */
  asOf?: string | null | undefined;
  detail?: ReactNode;
};

/** UnreachableNote says that a cluster does not answer, for how long, what was tried, and that the values are the last it gave. */
export function UnreachableNote({ name, asOf, detail }: UnreachableNoteProps) {
  const t = useTranslations("common");
  const format = useFormat();
  const now = useNow();
  const title = asOf
    ? t("unreachable", {
        name,
        age: format.duration(Math.max(1000, Math.floor((now - Date.parse(asOf)) / 1000) * 1000)),
      })
    : t("unreachableNever", { name });
  return (
    <Note tone="crit" icon={IconPlugConnectedX} title={title} action={asOf ? <StaleNote asOf={asOf} /> : null} alert>
      {detail ? <p>{detail}</p> : null}
      {asOf ? <p>{t("unreachableKept")}</p> : null}
    </Note>
  );
}
