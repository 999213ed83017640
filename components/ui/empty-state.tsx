"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";
import { Water } from "./water.tsx";

/** EmptyState says that there is nothing here yet: a title, one sentence, one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <div className={classes.water}>
        <Water />
      </div>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}

/** NothingMatches says that search and filters leave nothing: `title` repeats them, `detail` offers the closest name. */
export function NothingMatches({
  title,
  detail,
  onClear,
}: {
  title: ReactNode;
  detail?: ReactNode;
  onClear: () => void;
}) {
  const t = useTranslations("common");
  return (
    <div className={classes.state} role="status">
      <p className={classes.title}>{title}</p>
      {detail ? <div className={classes.text}>{detail}</div> : null}
      <div className={classes.action}>
        <Button onClick={onClear}>{t("clearSearchAndFilters")}</Button>
      </div>
    </div>
  );
}
