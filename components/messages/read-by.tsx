"use client";

import { useQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GroupPartitionListQuery } from "@/lib/api/groups.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import { groupOffsetsQuery } from "@/lib/queries/group-offsets.ts";
import { useTopicReaders } from "@/components/topic/use-topic.ts";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useMessages } from "./messages-context.tsx";
import classes from "./messages.module.css";

const MOST_GROUPS = 12;
const MOST_PARTITIONS = 500;
const MOST_NAMED = 2;

/** useReadBy says which groups have committed past a record: null while that is not known, or would cost a request for each of many groups. */
export function useReadBy(record: MessageRecord): ReactNode {
  const t = useTranslations("messages.record");
  const { name } = useMessages();
  const { clusterId, topic } = name;
  const readers = useTopicReaders(name).data;
  const few = readers !== undefined && readers.total <= MOST_GROUPS && record.partition < MOST_PARTITIONS;
  const groups = few ? readers.items : [];
  const live = useLiveOptions();
  const ask = GroupPartitionListQuery.parse({ topic, pageSize: MOST_PARTITIONS });
  const offsets = useQueries({
    queries: groups.map(({ groupId }) => ({ ...groupOffsetsQuery(clusterId, groupId, ask), ...live })),
  });
  if (!few || offsets.some(({ data }) => data === undefined)) return null;
  if (groups.length === 0) return t("noGroups");
  const past = groups.map((_, index) => {
    const found = offsets[index]?.data?.items.find(({ partition }) => partition === record.partition);
    const committed = found?.committedOffset ?? null;
    return committed !== null && BigInt(committed) > BigInt(record.offset);
  });
  const missing = groups.filter((_, index) => !past[index]);
  const count = past.filter(Boolean).length;
  return (
    <span>
      {t.rich("readBy", { count, total: groups.length, b: (chunks) => <b>{chunks}</b> })}
      {missing.length === 0 ? null : <span className={classes.quiet}> {t("notYet")} </span>}
      {missing.slice(0, MOST_NAMED).map(({ groupId }, index) => (
        <span key={groupId}>
          {index > 0 ? ", " : null}
          <TextLink href={paths.group(clusterId, groupId)}>{groupId}</TextLink>
        </span>
      ))}
      {missing.length > MOST_NAMED ? ` +${missing.length - MOST_NAMED}` : null}
    </span>
  );
}
