"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isRefusal } from "@/components/configs/field-errors.ts";
import type { DryRun } from "@/components/configs/use-dry-run.ts";
import { Card } from "@/components/ui/card.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import type { ProduceResult } from "@/lib/api/produce.ts";
import { countOf, type Draft, type Fault } from "./draft.ts";
import { previewOf } from "./preview.ts";
import { randomUuid } from "./random-uuid.ts";
import classes from "./produce.module.css";

function Preview({ draft }: { draft: Draft }) {
  const t = useTranslations("produce.check");
  const now = useNow();
  const [uuids] = useState(() => [randomUuid(), randomUuid()]);
  const records = previewOf(draft, now, uuids.slice(0, countOf(draft.copies) ?? 1));
  return (
    <div className={classes.preview}>
      <h3 className={classes.label}>{t("preview", { count: records.length })}</h3>
      {records.map(({ key, value }, index) => (
        <pre
          key={uuids[index]}
          className={classes.sample}
          tabIndex={0}
          aria-label={t("sample", { place: index + 1 })}
          role="region"
        >
          <span className={classes.sampleKey}>{key ?? "null"}</span>
          {"\n"}
          {value ?? "null"}
        </pre>
      ))}
    </div>
  );
}

function usePlaces(result: ProduceResult): string {
  const t = useTranslations("produce.check");
  const format = useFormat();
  const partitions = [...new Set(result.results.map(({ partition }) => partition))];
  const known = partitions.filter((partition) => partition !== null).toSorted((a, b) => a - b);
  if (known.length < partitions.length) return t("spread");
  if (known.length === 1) return t("one", { partition: String(known[0]) });
  return known.length > 8
    ? t("many", { count: known.length })
    : t("some", { partitions: format.list(known.map(String)) });
}

function Accepted({ result }: { result: ProduceResult }) {
  const t = useTranslations("produce.check");
  const format = useFormat();
  return (
    <div>
      <CheckLine tone="ok">{t("accepted", { count: result.records, size: format.bytes(result.sizeBytes) })}</CheckLine>
      <CheckLine tone="ok">{usePlaces(result)}</CheckLine>
      <CheckLine tone="ok">{t("once")}</CheckLine>
    </div>
  );
}

function Answer({ faults, run }: { faults: ReadonlyMap<string, Fault>; run: DryRun<ProduceResult> }) {
  const t = useTranslations("produce.check");
  if (faults.size > 0) {
    const waits = [...faults.values()].every(({ code }) => code === "empty");
    if (waits) return <p className={classes.hint}>{t("valueFirst")}</p>;
    return <Note tone="warn">{t("mend", { count: faults.size })}</Note>;
  }
  if (isRefusal(run.error)) {
    return (
      <Note tone="crit" title={t("refused")}>
        <p lang="en">{run.error.detail}</p>
      </Note>
    );
  }
  if (run.error) return <ErrorNote error={run.error} onRetry={run.retry} />;
  const shown = run.result ?? run.stale;
  if (!shown) return <p className={classes.hint}>{t("checking")}</p>;
  return (
    <div data-stale={run.result === null || undefined} className={classes.accepted}>
      <Accepted result={shown} />
    </div>
  );
}

type DryRunCardProps = { draft: Draft; faults: ReadonlyMap<string, Fault>; run: DryRun<ProduceResult> };

/** DryRunCard is what would be written, without writing it; with a template its first copies. */
export function DryRunCard({ draft, faults, run }: DryRunCardProps) {
  const t = useTranslations("produce.check");
  return (
    <Card title={t("title")} subtitle={t("subtitle")}>
      <div aria-live="polite">
        <Answer faults={faults} run={run} />
      </div>
      {draft.template ? <Preview draft={draft} /> : null}
    </Card>
  );
}
