"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./error-note.module.css";
import { Note } from "./note.tsx";
import { useProblem } from "./use-problem.ts";

/** ErrorNote says what a request failed with, what to do next, and under which request id the log has more. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations("common");
  const { describe } = useProblem();
  const { title, detail, next, requestId } = describe(error);
  const retry = onRetry ? (
    <Button size="xs" onClick={onRetry}>
      {t("tryAgain")}
    </Button>
  ) : null;
  return (
    <Note tone="crit" title={title} action={retry} alert>
      <p>{[detail, next].filter(Boolean).join(" ")}</p>
      {requestId ? <p className={classes.id}>{t("requestId", { id: requestId })}</p> : null}
    </Note>
  );
}
