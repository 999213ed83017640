"use client";

import { useTranslations } from "next-intl";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { ClockTime } from "@/components/ui/time-ago.tsx";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { ProducedRecord, ProduceResult } from "@/lib/api/produce.ts";
import { recordPath } from "./record-path.ts";
import classes from "./produce.module.css";

const MOST_ROWS = 50;

function Row({ name, record }: { name: TopicName; record: ProducedRecord }) {
  const t = useTranslations("produce.written");
  const { partition, offset, timestamp, error } = record;
  if (error) {
    return (
      <li className={classes.row}>
        <ToneIcon tone={error.unsure ? "warn" : "crit"} size={14} />
        <span lang="en">
          {error.message}
          {error.unsure ? <span className={classes.unsure}>{t("unsure")}</span> : null}
        </span>
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <ToneIcon tone="ok" size={14} />
      <TextLink href={recordPath(name, record)}>
        {t("place", { partition: String(partition), offset: String(offset) })}
      </TextLink>
      <span className={classes.time}>{timestamp === null ? null : <ClockTime at={timestamp} />}</span>
    </li>
  );
}

/** WrittenCard lists what was written here since the page was opened, each with the way to it; the newest first. */
export function WrittenCard({ name, results }: { name: TopicName; results: readonly ProduceResult[] }) {
  const t = useTranslations("produce.written");
  const format = useFormat();
  if (results.length === 0) return null;
  const all = results.flatMap((result, index) =>
    result.results.map((record, at) => ({ record, id: `${results.length - index}-${at}` })),
  );
  const failed = all.filter(({ record }) => record.error !== null).length;
  const shown = all.slice(0, MOST_ROWS);
  const subtitle = t("subtitle", { count: all.length - failed, failed });
  return (
    <Card title={t("title")} subtitle={subtitle} flush>
      <ul className={classes.rows}>
        {shown.map(({ record, id }) => (
          <Row key={id} name={name} record={record} />
        ))}
      </ul>
      {all.length > shown.length ? (
        <CardNote>{t("more", { count: format.count(all.length - shown.length) })}</CardNote>
      ) : null}
    </Card>
  );
}
