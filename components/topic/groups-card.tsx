"use client";

import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths.ts";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { Card } from "@/components/ui/card.tsx";
import { DataTable } from "@/components/ui/data-table.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { failureOf } from "./failure.ts";
import { type GroupColumnId, useGroupColumns } from "./group-columns.tsx";
import { NoGroups } from "./no-groups.tsx";
import { useOutlookColumns } from "./outlook-columns.tsx";
import type { TopicName } from "./topic-name.ts";
import { useGroupOutlooks } from "./use-group-outlooks.ts";
import { useTopicReaders } from "./use-topic.ts";

const most = 8;
const fewerIds: GroupColumnId[] = ["groupId", "status", "members", "lag"];
const columnIds: GroupColumnId[] = ["groupId", "status", "state", "members", "lag", "partitionsWithoutCommit"];

/** GroupsCard is the groups that read a topic, the largest lag first; with a history and few groups also how each fares on it. */
export function GroupsCard({ name }: { name: TopicName }) {
  const t = useTranslations("topic.groups");
  const query = useTopicReaders(name);
  const groups = query.data?.items.map(({ groupId }) => groupId) ?? [];
  const outlooks = useGroupOutlooks(name, useHistoryKept() ? groups : []);
  const ahead = useOutlookColumns(outlooks);
  const known = useGroupColumns(outlooks ? fewerIds : columnIds).map((column) => ({ ...column, sortable: false }));
  const columns = [...known, ...ahead];
  const failure = failureOf(query);
  const { clusterId, topic } = name;
  const total = query.data?.total ?? 0;
  const link = (
    <TextLink href={paths.topicGroups(clusterId, topic)}>
      {total > most ? t("all", { count: total }) : t("open")}
    </TextLink>
  );
  return (
    <Card title={t("title")} action={link} flush>
      {failure ? <ErrorNote error={failure} onRetry={query.refetch} /> : null}
      {failure && !query.data ? null : (
        <DataTable
          bare
          label={t("table", { topic })}
          columns={columns}
          rows={query.data?.items.slice(0, most)}
          getRowId={(group) => group.groupId}
          rowHref={(group) => paths.group(clusterId, group.groupId)}
          loading={query.isPending}
          skeletonRows={2}
          stale={failure !== null}
          empty={<NoGroups name={name} />}
        />
      )}
    </Card>
  );
}
