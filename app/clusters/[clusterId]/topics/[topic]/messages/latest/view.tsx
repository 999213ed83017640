"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { LatestCard } from "@/components/keys/latest-card.tsx";
import { latestParams, type SetLatestUrl, toLatestSearch } from "@/components/keys/latest-search.ts";
import { addLatestLines, isWhole, type Latest, noLatest } from "@/components/keys/latest-state.ts";
import { useStream } from "@/components/keys/use-stream.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Stack } from "@/components/ui/columns.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { latestPath } from "@/lib/queries/keys.ts";

const deletedOptions = ["include", "exclude", "only"] as const;

/** TopicLatest is a topic as a table of the newest value of each key, tombstoned keys shown as deleted. */
export function TopicLatest({ name }: { name: TopicName }) {
  const t = useTranslations("keys.latest");
  const [search, setSearch] = useQueryStates(latestParams, { history: "push" });
  // Other rows begin at their first page.
  const onSearch: SetLatestUrl = (change) => setSearch({ page: null, ...change });
  const [askedSort, setAskedSort] = useState(search.sort);
  const path = latestPath(name.clusterId, name.topic, toLatestSearch(search, askedSort));
  const stream = useStream<Latest>(path, noLatest, addLatestLines);
  // Rows that are all there are put in order here; only a part of them has to be read in another order.
  if (askedSort !== search.sort && stream.status !== "running" && !isWhole(stream.state)) setAskedSort(search.sort);
  return (
    <Stack>
      <Toolbar>
        <SearchInput
          label={t("search")}
          value={search.search}
          delayMs={400}
          onChange={(text) => onSearch({ search: text === "" ? null : text })}
        />
        <Segmented
          label={t("deletedLabel")}
          value={search.deleted}
          options={deletedOptions.map((value) => ({ value, label: t(`deletedViews.${value}`) }))}
          onChange={(deleted) => onSearch({ deleted })}
        />
      </Toolbar>
      <LatestCard name={name} search={search} onSearch={onSearch} stream={stream} />
    </Stack>
  );
}
