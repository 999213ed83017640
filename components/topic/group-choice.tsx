"use client";

import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/quick-views.tsx";
import type { TopicName } from "./topic-name.ts";
import { useTopicReaders } from "./use-topic.ts";

const MOST_BESIDE = 3;

type Search = { group: string | null };

/** GroupChoice chooses whose reading of a topic is shown: all groups, or one of those that read it; side by side when they are few. */
export function GroupChoice({
  name,
  group,
  onChange,
}: {
  name: TopicName;
  group: string | null;
  onChange: (s: Search) => void;
}) {
  const t = useTranslations("topic.throughput");
  const readers = useTopicReaders(name).data?.items.map(({ groupId }) => groupId) ?? [];
  const groups = group === null || readers.includes(group) ? readers : [group, ...readers];
  if (groups.length === 0) return null;
  if (groups.length > MOST_BESIDE)
    return (
      <Select
        size="xs"
        aria-label={t("groups")}
        placeholder={t("all")}
        searchable
        clearable
        limit={100}
        value={group}
        data={groups}
        onChange={(next) => onChange({ group: next })}
      />
    );
  const options = [{ value: "", label: t("all") }, ...groups.map((value) => ({ value, label: value }))];
  return (
    <Segmented
      label={t("groups")}
      value={group ?? ""}
      options={options}
      onChange={(next) => onChange({ group: next === "" ? null : next })}
    />
  );
}
