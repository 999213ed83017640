"use client";

import { Button, Progress } from "@mantine/core";
import { IconPlayerStop } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { bold } from "@/components/configs/bold.tsx";
import { Card } from "@/components/ui/card.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { MOST_FAILURES } from "./send-file.ts";
import { type FileRun, isGivenUp } from "./use-file-send.ts";
import classes from "./produce.module.css";

function Failure({ error }: { error: unknown }) {
  const t = useTranslations("produce.progress");
  if (!isGivenUp(error)) return <ErrorNote error={error} />;
  return (
    <Note tone="crit" title={t("givenUp")} alert>
      <p lang={error.message ? "en" : undefined}>{error.message || t("tooMany", { most: MOST_FAILURES })}</p>
    </Note>
  );
}

/** FileProgressCard is how far a file is, with Stop; then what came of it. */
export function FileProgressCard({ run, size, onStop }: { run: FileRun; size: number; onStop: () => void }) {
  const t = useTranslations("produce.progress");
  const format = useFormat();
  const busy = run.phase === "running" || run.phase === "stopping";
  const share = run.phase === "done" ? 1 : size === 0 ? 0 : Math.min(1, run.readBytes / size);
  const rate = run.elapsedMs > 0 ? (run.written / run.elapsedMs) * 1000 : 0;
  const button = busy ? (
    <Button size="xs" leftSection={<IconPlayerStop {...ICON} />} loading={run.phase === "stopping"} onClick={onStop}>
      {t("stop")}
    </Button>
  ) : null;
  return (
    <Card title={t(`phases.${run.phase}`)} action={button}>
      <div className={classes.form}>
        <p className={classes.figures} role="status">
          <span>{t.rich("written", { ...bold, count: run.written, shown: format.count(run.written) })}</span>
          {run.failures.length > 0 ? (
            <span className={classes.failed}>{t("failed", { count: run.failures.length })}</span>
          ) : null}
          <span className={classes.time}>
            {t("rate", { rate: format.rate(rate), time: format.duration(run.elapsedMs) })}
          </span>
        </p>
        <Progress value={share * 100} size={4} aria-label={t("share")} />
        {run.error ? <Failure error={run.error} /> : null}
      </div>
    </Card>
  );
}
