"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/api/client.ts";
import { isNotFound } from "@/components/topic/failure.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import classes from "./messages.module.css";
import { useMessages } from "./messages-context.tsx";

const MOST_LISTED = 5;

// What is wrong with the filter stands under its field.
function isFilterError(error: unknown): boolean {
  return error instanceof ApiError && error.fields.some(({ path }) => path === "filter" || path === "contains");
}

function Failure() {
  const t = useTranslations("messages.notes");
  const { scan } = useMessages();
  const { titleOf } = useProblem();
  const { status, error, done } = scan.state;
  if (status !== "failed" || isFilterError(error)) return null;
  if (error) return <ErrorNote error={error} onRetry={isNotFound(error) ? undefined : scan.start} />;
  const again = (
    <Button size="xs" onClick={scan.start}>
      {t("again")}
    </Button>
  );
  return (
    <Note tone="crit" title={t(done ? "broke" : "ended")} action={again} alert>
      <p>{done ? (done.message ?? titleOf(done.code ?? "INTERNAL")) : t("endedText")}</p>
    </Note>
  );
}

function Partitions() {
  const t = useTranslations("messages.notes");
  const { scan } = useMessages();
  const { titleOf } = useProblem();
  const { failures } = scan.state;
  if (failures.length === 0) return null;
  return (
    <Note tone="warn" title={t("partitions", { count: failures.length })} alert>
      <ul className={classes.failures}>
        {failures.slice(0, MOST_LISTED).map((failure) => (
          <li key={`${failure.partition} ${failure.offset}`}>
            {t("partition", {
              partition: failure.partition,
              offset: failure.offset ?? "none",
              why: failure.message || titleOf(failure.code),
            })}
          </li>
        ))}
      </ul>
      {failures.length > MOST_LISTED ? <p>{t("moreFailures", { count: failures.length - MOST_LISTED })}</p> : null}
    </Note>
  );
}

/** ScanNotes say what did not work: the scan itself, single partitions, records for which the expression failed; and what was left out to bound memory. */
export function ScanNotes() {
  const t = useTranslations("messages.notes");
  const { scan } = useMessages();
  const { warnings, dropped } = scan.state;
  return (
    <>
      <Failure />
      <Partitions />
      {warnings.map((warning) => (
        <Note key={`${warning.code} ${warning.partition} ${warning.offset}`} tone="warn" title={t(warning.code)}>
          <p>{t("at", { message: warning.message, partition: warning.partition, offset: warning.offset })}</p>
        </Note>
      ))}
      {dropped > 0 ? <Note tone="info">{t("dropped", { count: dropped })}</Note> : null}
    </>
  );
}
