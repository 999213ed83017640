"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { usePartitionColumns } from "@/components/topic/partition-columns.tsx";
import { TopicList } from "@/components/topic/topic-list.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { NothingMatches } from "@/components/ui/empty-state.tsx";
import { partitionsQuery } from "@/lib/queries/partitions.ts";
import { partitionsParams, toPartitionListQuery } from "./search-params.ts";

/** TopicPartitions is a topic's partitions with their replicas and offsets. */
export function TopicPartitions({ name }: { name: TopicName }) {
  const t = useTranslations("topic.partition");
  const [search, onSearch] = useQueryStates(partitionsParams, { history: "push" });
  const query = useQuery({
    ...partitionsQuery(name.clusterId, name.topic, toPartitionListQuery(search)),
    ...useLiveOptions(),
  });
  return (
    <TopicList
      clusterId={name.clusterId}
      query={query}
      label={t("title", { topic: name.topic })}
      searchLabel={t("search")}
      columns={usePartitionColumns()}
      getRowId={(row) => String(row.partition)}
      search={search}
      onSearch={onSearch}
      onSort={(sort) => onSearch({ sort: partitionsParams.sort.parse(sort), page: null })}
      empty={
        <NothingMatches
          title={t("nothing", { search: search.search })}
          onClear={() => onSearch({ search: null, page: null })}
        />
      }
    />
  );
}
