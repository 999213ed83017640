"use client";

import { useTranslations } from "next-intl";
import { isRefusal } from "@/components/configs/field-errors.ts";
import type { DryRun } from "@/components/configs/use-dry-run.ts";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./dry-run-line.module.css";

/** DryRunLine says what Kafka answered to a dry run: accepted and when, refused and why, or that it could not be asked. */
export function DryRunLine({ run }: { run: DryRun<{ durationMs: number }> }) {
  const t = useTranslations("changes");
  const format = useFormat();
  if (run.checking) return <CheckLine tone="unknown">{t("checking")}</CheckLine>;
  if (run.error) return <ErrorNote error={run.error} {...(isRefusal(run.error) ? {} : { onRetry: run.retry })} />;
  if (!run.result) return null;
  const duration = format.duration(run.result.durationMs);
  return (
    <CheckLine tone="ok">
      {t("accepted")}{" "}
      <span className={classes.detail}>
        {t("acceptedDetail", { duration })} <TimeAgo at={run.checkedAt} />
      </span>
    </CheckLine>
  );
}
