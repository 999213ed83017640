"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Topic } from "@/lib/api/topics.ts";
import type { Column } from "@/components/ui/data-table.tsx";
import { Status } from "@/components/ui/status.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { Retention } from "./retention.tsx";
import { CleanupPolicy, LargestLag, TopicRate, TopicReaders, TopicRecords, TopicSize } from "./topic-cells.tsx";
import classes from "./topics.module.css";

/** topicColumnIds are the columns of the topic list beside the name, in their order; those that sort bear the field's name. */
export const topicColumnIds = [
  "status",
  "partitions",
  "replicationFactor",
  "producedPerSecond",
  "messages",
  "sizeBytes",
  "retentionMs",
  "cleanupPolicy",
  "groups",
  "largestLag",
] as const;

type Id = (typeof topicColumnIds)[number];

const cells: Record<Id, (topic: Topic) => ReactNode> = {
  status: (topic) => <Status status={topic.status} />,
  partitions: (topic) => topic.partitions,
  replicationFactor: (topic) => topic.replicationFactor,
  producedPerSecond: (topic) => <TopicRate topic={topic} />,
  messages: (topic) => <TopicRecords topic={topic} />,
  sizeBytes: (topic) => <TopicSize topic={topic} />,
  retentionMs: (topic) => <Retention topic={topic} />,
  cleanupPolicy: (topic) => <CleanupPolicy topic={topic} />,
  groups: (topic) => <TopicReaders topic={topic} />,
  largestLag: (topic) => <LargestLag topic={topic} />,
};

const figures = new Set<Id>([
  "partitions",
  "replicationFactor",
  "producedPerSecond",
  "messages",
  "sizeBytes",
  "groups",
  "largestLag",
]);
const lessNeeded = new Set<Id>(["replicationFactor", "retentionMs", "cleanupPolicy"]);
const hinted = ["replicationFactor", "producedPerSecond", "messages", "sizeBytes", "largestLag"] as const;

/** useTopicColumns are the columns of the topic list without those that are hidden. */
export function useTopicColumns(hidden: readonly string[]): Column<Topic>[] {
  const t = useTranslations("topics");
  const first: Column<Topic> = {
    id: "name",
    header: t("columns.name"),
    sortable: true,
    copy: (topic) => topic.name,
    render: (topic) => (
      <span className={classes.name} title={topic.name.length > 48 ? topic.name : undefined}>
        {topic.name}
      </span>
    ),
    extra: (topic) => (topic.internal ? <Tag tip={t("internalTip")}>{t("internal")}</Tag> : null),
  };
  const rest = topicColumnIds
    .filter((id) => !hidden.includes(id))
    .map((id): Column<Topic> => {
      const hint = hinted.find((name) => name === id);
      return {
        id,
        header: t(`columns.${id}`),
        align: figures.has(id) ? "right" : "left",
        sortable: id !== "cleanupPolicy",
        render: cells[id],
        ...(lessNeeded.has(id) ? { hideBelow: 760 } : {}),
        ...(hint ? { headerHint: t(`hints.${hint}`) } : {}),
      };
    });
  return [first, ...rest];
}
