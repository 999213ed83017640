"use client";

import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { GroupsCard } from "@/components/topic/groups-card.tsx";
import { failureOf } from "@/components/topic/failure.ts";
import { KeptCard } from "@/components/topic/kept-card.tsx";
import { PartitionsCard } from "@/components/topic/partitions-card.tsx";
import { ReplicasCard } from "@/components/topic/replicas-card.tsx";
import { ChartCursor } from "@/components/charts/cursor.tsx";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { HistoryOffNote } from "@/components/charts/history-off.tsx";
import { SettingsCard } from "@/components/topic/settings-card.tsx";
import { ThroughputCard } from "@/components/topic/throughput-card.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { TopicReasons } from "@/components/topic/topic-reasons.tsx";
import { OverviewSkeleton } from "@/components/topic/overview-skeleton.tsx";
import { useTopic } from "@/components/topic/use-topic.ts";
import classes from "@/components/topic/topic.module.css";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";

/** TopicOverview is a topic's first tab: what is written and read, how its partitions compare, who reads it, its settings and replicas. What needs samples is there only when a history is kept. */
export function TopicOverview({ name }: { name: TopicName }) {
  const kept = useHistoryKept();
  const query = useTopic(name);
  const { data } = query;
  const silence = useSilence(name.clusterId, data?.errors);
  if (!data) return <OverviewSkeleton />;
  const failure = failureOf(query);
  const stale = failure !== null || silence !== undefined;
  return (
    <Stack>
      {failure ? <ErrorNote error={failure} onRetry={query.refetch} /> : null}
      <ClusterErrors clusterId={name.clusterId} answer={data} />
      <div className={stale ? classes.dimmed : undefined}>
        <Stack>
          <TopicReasons name={name} reasons={data.reasons} />
          <Columns ratio="3:1" align="start">
            <Stack>
              {kept ? (
                <ChartCursor>
                  <ThroughputCard name={name} />
                </ChartCursor>
              ) : (
                <HistoryOffNote />
              )}
              <PartitionsCard name={name} detail={data} />
              <GroupsCard name={name} />
            </Stack>
            <div className={classes.side}>
              <SettingsCard name={name} detail={data} />
              <KeptCard detail={data} />
              <ReplicasCard detail={data} />
            </div>
          </Columns>
        </Stack>
      </div>
    </Stack>
  );
}
