"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { HistoryCard } from "@/components/keys/history-card.tsx";
import { KeyForm } from "@/components/keys/key-form.tsx";
import { addHistoryLines, type KeyHistory, noHistory } from "@/components/keys/key-history-state.ts";
import { keyParams, type SetKeySearch, toHistorySearch } from "@/components/keys/key-search.ts";
import { countRecords } from "@/components/keys/reading-of.ts";
import { TargetsCard } from "@/components/keys/targets-card.tsx";
import { useStream } from "@/components/keys/use-stream.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { ApiError } from "@/lib/api/client.ts";
import { keyHistoryPath, keyQuery } from "@/lib/queries/keys.ts";

function faultOf(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.code !== "INVALID") return null;
  return error.fields.find(({ path }) => path === "key")?.message ?? error.detail;
}

/** TopicKey is the key finder: which partition a key goes to under each common partitioner, and its whole history in order. */
export function TopicKey({ name }: { name: TopicName }) {
  const t = useTranslations("keys.intro");
  const [search, setSearch] = useQueryStates(keyParams, { history: "push" });
  // Other records begin at their first page.
  const onSearch: SetKeySearch = (change) => setSearch({ page: null, ...change });
  const { key, keyAs } = search;
  const target = useQuery({
    ...keyQuery(name.clusterId, name.topic, { key: key ?? "", keyAs }),
    enabled: key !== null,
    retry: false,
  });
  const fault = faultOf(target.error);
  const asked = fault === null ? toHistorySearch(search) : null;
  const path = asked && keyHistoryPath(name.clusterId, name.topic, asked);
  const stream = useStream<KeyHistory>(path, noHistory, addHistoryLines);
  const complete = stream.status === "done" && search.where === "all" && stream.state.done?.reason === "end";
  return (
    <Stack>
      <KeyForm value={key} as={keyAs} error={fault} onFind={(next, as) => onSearch({ key: next, keyAs: as })} />
      {key === null ? (
        <Card>
          <EmptyState title={t("title")}>{t("text")}</EmptyState>
        </Card>
      ) : fault === null ? (
        <Stack>
          {target.error ? <ErrorNote error={target.error} onRetry={() => target.refetch()} /> : null}
          <TargetsCard
            answer={target.data}
            counts={countRecords(stream.state.records, target.data?.readings ?? [])}
            complete={complete}
          />
          <HistoryCard name={name} answer={target.data} search={search} onSearch={onSearch} stream={stream} />
        </Stack>
      ) : null}
    </Stack>
  );
}
