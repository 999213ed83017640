"use client";

import { useTranslations } from "next-intl";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import type { GroupTopic } from "@/lib/api/groups.ts";
import { type PartitionSort, type PartitionView, sortOf, viewOf } from "./partition-view.ts";

const TOPICS_IN_MENU = 20;

/** PartitionFilter is the part of a group's address that its partitions are chosen by. */
export type PartitionFilter = { sort: PartitionSort; search: string; topic: string | null };

type FiltersProps = {
  topics: readonly GroupTopic[];
  owned: boolean;
  filter: PartitionFilter;
  onFilter: (change: Partial<PartitionFilter>) => void;
};

function TopicFilter({ topics, filter, onFilter }: Omit<FiltersProps, "owned">) {
  const t = useTranslations("group.partitions");
  if (filter.topic !== null) {
    return <FilterChip name={t("topic")} value={filter.topic} onRemove={() => onFilter({ topic: null })} />;
  }
  if (topics.length > TOPICS_IN_MENU || filter.search !== "") {
    return <SearchInput label={t("searchTopics")} value={filter.search} onChange={(search) => onFilter({ search })} />;
  }
  const options = topics.length > 1 ? topics.map(({ topic }) => ({ value: topic, label: topic })) : [];
  return <FilterMenu label={t("topic")} options={options} onSelect={(topic) => onFilter({ topic })} />;
}

/** PartitionFilters chooses how a group's partitions stand, and of which topic; views by member need members. */
export function PartitionFilters({ owned, ...props }: FiltersProps) {
  const t = useTranslations("group.partitions.views");
  const { filter, onFilter } = props;
  const views: PartitionView[] = [
    "topic",
    "partition",
    ...(owned || viewOf(filter.sort) === "member" ? ["member" as const] : []),
  ];
  return (
    <>
      <TopicFilter {...props} />
      <Segmented
        label={t("label")}
        value={viewOf(filter.sort)}
        options={views.map((value) => ({ value, label: t(value) }))}
        onChange={(view) => onFilter({ sort: sortOf[view] })}
      />
    </>
  );
}
