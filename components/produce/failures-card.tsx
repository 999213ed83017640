"use client";

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { saveFile } from "@/components/charts/save-file.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { LineFailure } from "./send-file.ts";
import classes from "./produce.module.css";

const MOST_ROWS = 100;

function download({ topic }: TopicName, failures: readonly LineFailure[]): void {
  const lines = failures.map((failure) => `${JSON.stringify(failure)}\n`);
  saveFile(`${topic}.failed.ndjson`, new Blob(lines, { type: "application/x-ndjson" }));
}

/** FailuresCard lists the lines of a file that were not written, with their reasons; all of them can be saved. */
export function FailuresCard({ name, failures }: { name: TopicName; failures: readonly LineFailure[] }) {
  const t = useTranslations("produce.failures");
  const format = useFormat();
  const save = (
    <Button size="xs" leftSection={<IconDownload {...ICON} />} onClick={() => download(name, failures)}>
      {t("save")}
    </Button>
  );
  return (
    <Card title={t("title")} subtitle={format.exact(failures.length)} action={save} flush>
      <ul className={classes.rows}>
        {failures.slice(0, MOST_ROWS).map(({ line, error, unsure }) => (
          <li key={line} className={classes.row}>
            <ToneIcon tone={unsure ? "warn" : "crit"} size={14} />
            <span className={classes.line}>{t("line", { line: format.exact(line) })}</span>
            <span lang="en">
              {error}
              {unsure ? <span className={classes.unsure}>{t("unsure")}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {failures.length > MOST_ROWS ? (
        <CardNote>{t("more", { count: format.count(failures.length - MOST_ROWS) })}</CardNote>
      ) : null}
    </Card>
  );
}
