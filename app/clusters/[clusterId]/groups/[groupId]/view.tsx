"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { GoneNote, NoSuchGroup } from "@/components/group/gone-note.tsx";
import { GroupHeader } from "@/components/group/group-header.tsx";
import { GroupSkeleton } from "@/components/group/group-skeleton.tsx";
import { Kpis } from "@/components/group/kpis.tsx";
import { MembersCard } from "@/components/group/members-card.tsx";
import { PartitionsCard } from "@/components/group/partitions-card.tsx";
import { InTool } from "@/components/group/use-anomaly-words.ts";
import { WhyCard } from "@/components/group/why-card.tsx";
import classes from "@/components/group/group-page.module.css";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { ApiError } from "@/lib/api/client.ts";
import type { GroupDetail } from "@/lib/api/groups.ts";
import { groupOffsetsQuery, worstPartitionQuery } from "@/lib/queries/group-offsets.ts";
import { groupQuery } from "@/lib/queries/groups.ts";
import { groupSearchParams, toGroupPartitionListQuery } from "./search-params.ts";

type GroupViewProps = { clusterId: string; groupId: string };

const isGone = (error: unknown) => error instanceof ApiError && error.code === "NOT_FOUND";

function Parts({ clusterId, detail, stale }: { clusterId: string; detail: GroupDetail; stale: boolean }) {
  const { groupId, type } = detail.group;
  const [search, setSearch] = useQueryStates(groupSearchParams);
  const live = useLiveOptions();
  const offsets = useQuery({ ...groupOffsetsQuery(clusterId, groupId, toGroupPartitionListQuery(search)), ...live });
  const largest = useQuery({ ...groupOffsetsQuery(clusterId, groupId, worstPartitionQuery), ...live });
  useAsOf(offsets.data?.asOf, offsets.isError);
  const worst = largest.data?.items[0];
  return (
    <InTool value={type !== "share" && type !== "streams"}>
      <Kpis clusterId={clusterId} detail={detail} worst={worst} />
      {offsets.error && !stale ? <ErrorNote error={offsets.error} onRetry={() => offsets.refetch()} /> : null}
      <div className={classes.page}>
        <div className={classes.why}>
          <WhyCard clusterId={clusterId} detail={detail} />
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
          />
        </div>
        <div className={classes.members}>
          <MembersCard detail={detail} />
        </div>
      </div>
    </InTool>
  );
}

/** GroupView is one group, live: figures, why its status is what it is, its partitions, its members. One that vanishes keeps its last values, dimmed. */
export function GroupView({ clusterId, groupId }: GroupViewProps) {
  const { data, error, refetch } = useQuery({ ...groupQuery(clusterId, groupId), ...useLiveOptions() });
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
      <GroupHeader clusterId={clusterId} detail={data} gone={isGone(error)} />
      {error ? failure : <ClusterErrors clusterId={clusterId} answer={data} />}
      <div className={classes.parts} data-stale={stale || undefined}>
        <Parts clusterId={clusterId} detail={data} stale={stale} />
      </div>
    </Stack>
  );
}
