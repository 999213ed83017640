"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import type { MessageRecord } from "@/lib/api/messages.ts";
import type { Topic } from "@/lib/api/topics.ts";
import { sourceRecordQuery } from "@/lib/queries/produce.ts";
import { CopyToTopicDialog } from "./copy-to-topic-dialog.tsx";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";
import { ProduceRecord } from "./produce-record.tsx";
import { ProduceSkeleton } from "./produce-skeleton.tsx";
import { recordPath } from "./record-path.ts";

/** placeOf reads `partition-offset`; null when it is not one. */
function placeOf(from: string | null): { partition: number; offset: string } | null {
  const found = /^(\d{1,9})-(\d{1,19})$/.exec(from ?? "");
  return found ? { partition: Number(found[1]), offset: found[2]! } : null;
}

// The record alone goes to another topic, byte for byte.
function CopyButton({ name, record }: { name: TopicName; record: MessageRecord }) {
  const t = useTranslations("produce.copy");
  const [opened, setOpened] = useState(false);
  const { partition, offset } = record;
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        {t("button")}
      </Button>
      <CopyToTopicDialog
        {...name}
        selection={{ records: [{ partition, offset }] }}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  );
}

function isCut({ key, value, headers }: MessageRecord): boolean {
  return [key, value, ...headers.map((header) => header.value)].some((datum) => datum?.cut);
}

type SourceRecordProps = { name: TopicName; details: Topic; from: string | null };

function Again({ name, details, from }: SourceRecordProps) {
  const t = useTranslations("produce.again");
  const place = placeOf(from);
  const { data, error, refetch, isPending } = useQuery(sourceRecordQuery(name.clusterId, name.topic, place));
  const form = (initial: Draft) => <ProduceRecord key={from} name={name} details={details} initial={initial} />;
  if (place !== null && error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (place !== null && isPending) return <ProduceSkeleton />;
  if (place === null || !data || data.control !== null) {
    return (
      <>
        <Note tone="warn" title={t("goneTitle", { place: from ?? "" })}>
          <p>{t("gone")}</p>
        </Note>
        {form(emptyDraft())}
      </>
    );
  }
  if (isCut(data))
    return (
      <Note tone="warn" title={t("largeTitle")} action={<CopyButton name={name} record={data} />}>
        <p>{t("large")}</p>
      </Note>
    );
  return (
    <>
      <Note tone="info" action={<CopyButton name={name} record={data} />}>
        <p>
          {t("from")}{" "}
          <TextLink href={recordPath(name, data)}>
            {t("place", { partition: String(data.partition), offset: data.offset })}
          </TextLink>
        </p>
      </Note>
      {form(draftOf(data))}
    </>
  );
}

/** SourceRecord is the form of a record: empty, or as the record that is to be written again. */
export function SourceRecord(props: SourceRecordProps) {
  if (props.from !== null) return <Again {...props} />;
  return <ProduceRecord name={props.name} details={props.details} initial={emptyDraft()} />;
}
