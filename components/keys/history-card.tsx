"use client";

import { useTranslations } from "next-intl";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { PartErrors } from "@/components/ui/part-errors.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { KeyAnswer } from "@/lib/api/keys.ts";
import { HistoryTable } from "./history-table.tsx";
import type { KeyHistory } from "./key-history-state.ts";
import { summarizeAnomalies } from "./key-notes.ts";
import { KeyNotesList } from "./key-notes-list.tsx";
import { HISTORY_LIMIT, type KeySearch, type SetKeySearch } from "./key-search.ts";
import classes from "./history-card.module.css";
import { useReadingName } from "./reading-name.ts";
import { readingsFound } from "./reading-of.ts";
import { ReadProgress } from "./read-progress.tsx";
import type { Streaming } from "./use-stream.ts";

type HistoryCardProps = {
  name: TopicName;
  answer: KeyAnswer | undefined;
  search: KeySearch;
  onSearch: SetKeySearch;
  stream: Streaming<KeyHistory>;
};

function WhereChoice({ answer, search, onSearch }: Pick<HistoryCardProps, "answer" | "search" | "onSearch">) {
  const t = useTranslations("keys.history.where");
  const chosen = answer?.targets.filter(({ partitioner }) => partitioner === search.partitioner) ?? [];
  const partitions = [...new Set(chosen.map(({ partition }) => partition))].filter((one) => one !== null);
  const format = useFormat();
  const one = t("partition", { count: partitions.length, partitions: format.list(partitions.map(String)) });
  return (
    <Segmented
      label={t("label")}
      value={search.where}
      options={[
        { value: "all", label: t("all") },
        { value: "partition", label: one, disabled: partitions.length === 0 },
      ]}
      onChange={(where) => onSearch({ where })}
    />
  );
}

function Nothing({
  search,
  onSearch,
  complete,
}: Pick<HistoryCardProps, "search" | "onSearch"> & { complete: boolean }) {
  const t = useTranslations("keys.history.nothing");
  const elsewhere = search.where === "partition";
  return (
    <EmptyState title={t(elsewhere ? "inPartition" : "title", { key: search.key ?? "" })}>
      {elsewhere ? (
        <button type="button" className={`hw-plain ${classes.link}`} onClick={() => onSearch({ where: "all" })}>
          {t("readAll")}
        </button>
      ) : complete ? (
        t("text")
      ) : (
        t("stopped")
      )}
    </EmptyState>
  );
}

function InOrder({ records }: Pick<KeyHistory, "records">) {
  const t = useTranslations("keys.notes.fine");
  const format = useFormat();
  const shown = format.exact(records.length);
  return <Note tone="ok" title={t("title", { count: records.length, shown, partition: records[0]!.partition })} />;
}

function Notes({ answer, stream: { state, status } }: Pick<HistoryCardProps, "answer" | "stream">) {
  const t = useTranslations("keys.notes");
  const format = useFormat();
  const nameOf = useReadingName();
  const found = readingsFound(state.records, answer?.readings ?? []);
  const seen = new Set(found.map(({ encoding }) => encoding));
  const targets = answer?.targets.filter(({ encoding }) => seen.has(encoding)) ?? [];
  const notes = summarizeAnomalies(state.anomalies, targets, state.records.at(-1));
  if (status !== "done" || state.records.length === 0) return null;
  return (
    <div className={classes.notes}>
      {found.length > 1 ? (
        <Note tone="warn" title={t("readings.title", { readings: format.list(found.map(nameOf)) })}>
          <p>{t("readings.text")}</p>
        </Note>
      ) : null}
      <KeyNotesList notes={notes} />
      {found.length < 2 &&
      notes.every(({ severity }) => severity === "info") &&
      state.failures.length === 0 &&
      state.records.length > 1 ? (
        <InOrder records={state.records} />
      ) : null}
      {state.done?.reason === "limit" ? (
        <Note tone="unknown" title={t("limit", { shown: format.exact(HISTORY_LIMIT) })} />
      ) : null}
    </div>
  );
}

function Body({ name, answer, search, onSearch, stream }: HistoryCardProps) {
  const { state, status } = stream;
  if (state.records.length === 0 && status !== "running")
    return status === "failed" ? null : <Nothing search={search} onSearch={onSearch} complete={status === "done"} />;
  return (
    <HistoryTable
      name={name}
      records={state.records}
      anomalies={state.anomalies}
      readings={answer?.readings ?? []}
      newestFirst={search.order === "newest"}
      loading={status === "running"}
      page={search.page}
      onPage={(page) => onSearch({ page })}
    />
  );
}

/** HistoryCard is all that happened to a key, in order: what is odd about it on top, then each record with what it changed. */
export function HistoryCard(props: HistoryCardProps) {
  const t = useTranslations("keys.history");
  const format = useFormat();
  const { search, onSearch, stream } = props;
  const { records, failures } = stream.state;
  const errors = failures.map(({ partition, code, message }) => ({
    element: t("partition", { partition }),
    code,
    message,
  }));
  return (
    <Card title={t("title")} action={<WhereChoice {...props} />} flush>
      <ReadProgress
        stream={stream}
        found={t("found", { count: records.length, shown: format.exact(records.length) })}
      />
      <div className={classes.problems}>
        {stream.status === "failed" ? <ErrorNote error={stream.error} onRetry={stream.again} /> : null}
        <PartErrors errors={errors} />
      </div>
      <Notes {...props} />
      {records.length > 1 ? (
        <div className={classes.order}>
          <Segmented
            label={t("order.label")}
            value={search.order}
            options={[
              { value: "oldest", label: t("order.oldest") },
              { value: "newest", label: t("order.newest") },
            ]}
            onChange={(order) => onSearch({ order })}
          />
        </div>
      ) : null}
      <Body {...props} />
    </Card>
  );
}
