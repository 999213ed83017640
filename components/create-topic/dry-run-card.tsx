"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isRefusal } from "@/components/configs/field-errors.ts";
import { Card } from "@/components/ui/card.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { TopicSettings } from "@/lib/api/configs.ts";
import type { CreateTopicResult } from "@/lib/api/topics.ts";
import classes from "./dry-run-card.module.css";
import { estimateTopic } from "./estimate.ts";
import { Placement } from "./placement.tsx";
import type { TopicFormState } from "./use-topic-form.ts";

function DiskLine({ result, settings }: { result: CreateTopicResult; settings: TopicSettings }) {
  const t = useTranslations("create.dryRun");
  const format = useFormat();
  const { mostBytes, bounded } = estimateTopic(result);
  if (settings.freeDiskBytes === null || !bounded) return null;
  const free = format.bytes(settings.freeDiskBytes);
  if (mostBytes === null) return <CheckLine tone="info">{t("diskOpen", { free })}</CheckLine>;
  const tooMuch = mostBytes > BigInt(settings.freeDiskBytes);
  const most = format.bytes(mostBytes);
  return <CheckLine tone={tooMuch ? "warn" : "ok"}>{t(tooMuch ? "diskTooMuch" : "disk", { most, free })}</CheckLine>;
}

function Findings({ result, settings }: { result: CreateTopicResult; settings: TopicSettings }) {
  const t = useTranslations("create.dryRun");
  return (
    <>
      <div>
        <CheckLine tone="ok">{t("free")}</CheckLine>
        {result.warnings.map(({ severity, code, values }) => (
          <CheckLine key={code} tone={severity}>
            {t(code, values)}
          </CheckLine>
        ))}
        <DiskLine result={result} settings={settings} />
      </div>
      <Placement result={result} settings={settings} />
    </>
  );
}

function Accepted({
  result,
  settings,
  current,
}: {
  result: CreateTopicResult;
  settings: TopicSettings;
  current: boolean;
}) {
  const t = useTranslations("create.dryRun");
  return (
    <div className={classes.accepted} data-stale={!current || undefined}>
      <Note tone="ok">
        <p>
          <b>{t("acceptedTitle")}</b> {t("accepted")}
        </p>
      </Note>
      <Findings result={result} settings={settings} />
    </div>
  );
}

function Answer({ name, form, settings }: { name: string; form: TopicFormState; settings: TopicSettings }): ReactNode {
  const t = useTranslations("create.dryRun");
  const { draft, run } = form;
  if (name === "") return <p className={classes.wait}>{t("nameFirst")}</p>;
  if (draft.errors.size > 0) return <Note tone="warn">{t("mend", { count: draft.errors.size })}</Note>;
  if (isRefusal(run.error)) {
    return (
      <Note tone="crit" title={t("refusedTitle")}>
        <p lang="en">{run.error.detail}</p>
      </Note>
    );
  }
  if (run.error) return <ErrorNote error={run.error} onRetry={run.retry} />;
  const shown = run.result ?? run.stale;
  if (shown) return <Accepted result={shown} settings={settings} current={run.result !== null} />;
  return <p className={classes.wait}>{t("checking")}</p>;
}

/** DryRunCard is what Kafka says of the topic without creating it. */
export function DryRunCard({ name, form, settings }: { name: string; form: TopicFormState; settings: TopicSettings }) {
  const t = useTranslations("create.dryRun");
  const format = useFormat();
  const { result, checkedAt } = form.run;
  const meta = result ? (
    <>
      {t("meta", { duration: format.duration(result.durationMs) })} <TimeAgo at={checkedAt} />
    </>
  ) : null;
  return (
    <Card title={t("title")} action={<span className={classes.meta}>{meta}</span>}>
      <div aria-live="polite">
        <Answer name={name} form={form} settings={settings} />
      </div>
    </Card>
  );
}
