import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import { loadHistoryParams } from "@/components/group/history-params.ts";
import { groupHistoryQuery, toGroupHistoryQuery } from "@/lib/queries/group-history.ts";
import { groupOffsetsQuery, worstPartitionQuery } from "@/lib/queries/group-offsets.ts";
import { groupQuery } from "@/lib/queries/groups.ts";
import { describeGroupHistory } from "@/lib/services/group-history.ts";
import { listGroupOffsets } from "@/lib/services/group-offsets.ts";
import { describeGroup } from "@/lib/services/group-detail.ts";
import { loadSearchParams, toGroupPartitionListQuery } from "./search-params.ts";
import { GroupView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string; groupId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata titles a group's page by its id. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  // Next hands a page its params encoded, but its metadata the same params decoded: an id with a "%" would not stand a second time.
  return { title: (await params).groupId };
}

/** GroupPage shows one group. */
export default async function GroupPage({ params, searchParams }: PageProps) {
  const path = await params;
  const [clusterId, groupId] = [decodeURIComponent(path.clusterId), decodeURIComponent(path.groupId)];
  const query = toGroupPartitionListQuery(await loadSearchParams(searchParams));
  const ask = toTimeAsk(await loadHistoryParams(searchParams));
  const client = new QueryClient();
  const offsets = [query, worstPartitionQuery].map((asked) =>
    client.prefetchQuery({
      ...groupOffsetsQuery(clusterId, groupId, asked),
      queryFn: () => listGroupOffsets(clusterId, groupId, asked),
    }),
  );
  const group = client.prefetchQuery({
    ...groupQuery(clusterId, groupId),
    queryFn: () => describeGroup(clusterId, groupId),
  });
  const past = client.prefetchQuery({
    ...groupHistoryQuery(clusterId, groupId, ask),
    queryFn: () => describeGroupHistory(clusterId, groupId, toGroupHistoryQuery(ask, Date.now())),
  });
  await Promise.all([group, past, ...offsets]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <GroupView clusterId={clusterId} groupId={groupId} />
    </HydrationBoundary>
  );
}
