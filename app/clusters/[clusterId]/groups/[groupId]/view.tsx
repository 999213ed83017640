"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { HistoryOffNote } from "@/components/charts/history-off.tsx";
import { RangeControl } from "@/components/charts/range-control.tsx";
import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { GoneNote, NoSuchGroup } from "@/components/group/gone-note.tsx";
import { GroupCharts } from "@/components/group/group-charts.tsx";
import { GroupHeader } from "@/components/group/group-header.tsx";
import { GroupSkeleton } from "@/components/group/group-skeleton.tsx";
import { Kpis } from "@/components/group/kpis.tsx";
import { MembersCard } from "@/components/group/members-card.tsx";
import { OutlookKpis } from "@/components/group/outlook-kpis.tsx";
import { HistorySkeleton, OutlookKpisSkeleton } from "@/components/group/outlook-skeleton.tsx";
import { PartitionsCard } from "@/components/group/partitions-card.tsx";
import { InTool } from "@/components/group/use-anomaly-words.ts";
import { useSampled } from "@/components/group/use-sampled.ts";
import { WhyCard } from "@/components/group/why-card.tsx";
import classes from "@/components/group/group-page.module.css";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { ApiError } from "@/lib/api/client.ts";
import type { GroupDetail, GroupPartition } from "@/lib/api/groups.ts";
import { groupOffsetsQuery, worstPartitionQuery } from "@/lib/queries/group-offsets.ts";
import { groupQuery } from "@/lib/queries/groups.ts";
import { groupSearchParams, toGroupPartitionListQuery } from "./search-params.ts";

type GroupViewProps = { clusterId: string; groupId: string };
type Past = ReturnType<typeof useSampled>;
type PartsProps = { clusterId: string; detail: GroupDetail; past: Past; stale: boolean };

const isGone = (error: unknown) => error instanceof ApiError && error.code === "NOT_FOUND";

/** isTold tells whether samples say how the group fares: of one that never committed they say nothing. */
const isTold = ({ sampled }: Past) => sampled.state === "ready" && sampled.now.partitions.length > 0;

type FiguresProps = PartsProps & { worst: GroupPartition | undefined };

function Figures({ clusterId, detail, past, worst }: FiguresProps) {
  const { sampled } = past;
  if (sampled.state === "pending") return <OutlookKpisSkeleton />;
  if (sampled.state === "ready" && isTold(past)) return <OutlookKpis detail={detail} history={sampled.now} />;
  return <Kpis clusterId={clusterId} detail={detail} worst={worst} />;
}

function Charts({ clusterId, detail, past: { sampled, kept, search, onSearch } }: PartsProps) {
  if (!kept) return <HistoryOffNote />;
  if (sampled.state === "off") return null;
  if (sampled.state === "pending") return <HistorySkeleton />;
  if (sampled.state === "failed") return <ErrorNote error={sampled.error} onRetry={sampled.refetch} />;
  const { now, shown } = sampled;
  return <GroupCharts {...{ clusterId, now, shown, search, onSearch }} groupId={detail.group.groupId} />;
}

function Parts(props: PartsProps) {
  const { clusterId, detail, past, stale } = props;
  const { groupId, type } = detail.group;
  const [search, setSearch] = useQueryStates(groupSearchParams);
  const live = useLiveOptions();
  const offsets = useQuery({ ...groupOffsetsQuery(clusterId, groupId, toGroupPartitionListQuery(search)), ...live });
  const largest = useQuery({ ...groupOffsetsQuery(clusterId, groupId, worstPartitionQuery), ...live });
  useAsOf(offsets.data?.asOf, offsets.isError);
  const worst = largest.data?.items[0];
  const { sampled } = past;
  const history = sampled.state === "ready" && isTold(past) ? sampled.now : undefined;
  return (
    <InTool value={type !== "share" && type !== "streams"}>
      <Figures {...props} worst={worst} />
      {offsets.error && !stale ? <ErrorNote error={offsets.error} onRetry={() => offsets.refetch()} /> : null}
      {sampled.state === "ready" && sampled.error && !stale ? (
        <ErrorNote error={sampled.error} onRetry={sampled.refetch} />
      ) : null}
      {sampled.state === "off" ? null : (
        <RangeControl
          search={past.search}
          since={sampled.state === "ready" ? sampled.now.since : null}
          onChange={past.onSearch}
        />
      )}
      <div className={classes.page} data-history={past.kept ? "kept" : "off"}>
        <div className={classes.main}>
          <Charts {...props} />
        </div>
        <div className={classes.side}>
          <div className={classes.why}>
            <WhyCard clusterId={clusterId} detail={detail} history={history} />
          </div>
          <div className={classes.members}>
            <MembersCard detail={detail} events={sampled.state === "ready" ? sampled.now.events : []} />
          </div>
        </div>
        <div className={classes.partitions}>
          <PartitionsCard
            clusterId={clusterId}
            detail={detail}
            list={offsets.data}
            worst={worst}
            filter={search}
            onFilter={(change) => setSearch({ ...change, page: null })}
            onPage={(page) => setSearch({ page })}
            stale={stale || offsets.isError}
            history={history}
          />
        </div>
      </div>
    </InTool>
  );
}

/** GroupView is one group, live: how far behind it is and where that goes, over time and now, why its status is what it is, its partitions, its members. One that vanishes keeps its last values, dimmed. */
export function GroupView({ clusterId, groupId }: GroupViewProps) {
  const { data, error, refetch } = useQuery({ ...groupQuery(clusterId, groupId), ...useLiveOptions() });
  const past = useSampled(clusterId, groupId);
  useAsOf(data?.asOf, error !== null);
  const silent = useSilence(clusterId, data?.errors) !== undefined;
  const stale = silent || error !== null;
  if (!data && !error)
    return (
      <Stack>
        <GroupSkeleton clusterId={clusterId} groupId={groupId} />
      </Stack>
    );
  if (!data) {
    return (
      <Stack>
        <PageHeader title={groupId} copy />
        {isGone(error) ? (
          <NoSuchGroup clusterId={clusterId} groupId={groupId} />
        ) : (
          <ErrorNote error={error} onRetry={() => refetch()} />
        )}
      </Stack>
    );
  }
  const failure = isGone(error) ? (
    <GoneNote clusterId={clusterId} groupId={groupId} asOf={data.asOf} />
  ) : (
    <ErrorNote error={error} onRetry={() => refetch()} />
  );
  return (
    <Stack>
      <GroupHeader clusterId={clusterId} detail={data} gone={isGone(error)} all={isTold(past)} />
      {error ? failure : <ClusterErrors clusterId={clusterId} answer={data} />}
      <div className={classes.parts} data-stale={stale || undefined}>
        <Parts clusterId={clusterId} detail={data} past={past} stale={stale} />
      </div>
    </Stack>
  );
}
