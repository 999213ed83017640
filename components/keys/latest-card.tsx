"use client";

import { useTranslations } from "next-intl";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { useTopic } from "@/components/topic/use-topic.ts";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { PartErrors } from "@/components/ui/part-errors.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./history-card.module.css";
import { LatestNotes } from "./latest-notes.tsx";
import type { LatestUrl, SetLatestUrl } from "./latest-search.ts";
import { isWhole, type Latest, sortLatest } from "./latest-state.ts";
import { LatestTable } from "./latest-table.tsx";
import { ReadProgress } from "./read-progress.tsx";
import type { Streaming } from "./use-stream.ts";

type LatestCardProps = { name: TopicName; search: LatestUrl; onSearch: SetLatestUrl; stream: Streaming<Latest> };

function useFound({ state, before, status }: Streaming<Latest>): string {
  const t = useTranslations("keys.latest.found");
  const format = useFormat();
  const { summary, progress } = state;
  const known = summary ?? progress ?? (status === "running" ? before.summary : null);
  const keys = known?.keys ?? 0;
  const values = { count: keys, shown: format.exact(keys), deleted: format.exact(known?.deletedKeys ?? 0) };
  return t((known?.deletedKeys ?? 0) > 0 ? "withDeleted" : "keys", values);
}

function Foot({ state: { summary, rows } }: Pick<Streaming<Latest>, "state">) {
  const t = useTranslations("keys.latest");
  const format = useFormat();
  if (!summary) return null;
  const memory = t("memory", {
    used: format.bytes(summary.memoryBytes),
    limit: format.binaryBytes(summary.memoryLimitBytes),
  });
  const shown = t(summary.matching > rows.length ? "first" : "all", {
    shown: format.exact(rows.length),
    matching: format.exact(summary.matching),
  });
  return (
    <CardNote>
      {shown} {memory}
    </CardNote>
  );
}

/** LatestCard is a topic as a table of the newest value of each key. */
export function LatestCard({ name, search, onSearch, stream }: LatestCardProps) {
  const t = useTranslations("keys");
  const policy = useTopic(name).data?.topic.cleanupPolicy;
  const { state, before, status, error, again } = stream;
  const found = useFound(stream);
  const stale = status === "running" && state.rows.length === 0 && before.rows.length > 0;
  const rows = stale ? before.rows : state.rows;
  const errors = state.failures.map(({ partition, code, message }) => ({
    element: t("history.partition", { partition }),
    code,
    message,
  }));
  return (
    <Card title={t("latest.title")} subtitle={t("latest.subtitle")} flush>
      <ReadProgress stream={stream} found={found} />
      <div className={classes.problems}>
        {status === "failed" ? <ErrorNote error={error} onRetry={again} /> : null}
        <PartErrors errors={errors} />
      </div>
      {state.summary ? (
        <LatestNotes summary={state.summary} compacted={policy ? policy.includes("compact") : null} />
      ) : null}
      {status === "failed" || status === "stopped" ? null : (
        <LatestTable
          name={name}
          rows={isWhole(state) ? sortLatest(rows, search.sort) : rows}
          search={search}
          onSearch={onSearch}
          loading={status === "running"}
          stale={stale}
        />
      )}
      {status === "stopped" ? <p className={classes.stopped}>{t("latest.stopped")}</p> : null}
      <Foot state={state} />
    </Card>
  );
}
