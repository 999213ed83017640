import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { groupsQuery } from "@/lib/queries/groups.ts";
import { listGroups } from "@/lib/services/groups.ts";
import { loadSearchParams, toGroupListQuery } from "./search-params.ts";
import { GroupsView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata titles the list of groups. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("groups");
  return { title: t("title") };
}

/** GroupsPage lists a cluster's groups. */
export default async function GroupsPage({ params, searchParams }: PageProps) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const query = toGroupListQuery(await loadSearchParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({ ...groupsQuery(clusterId, query), queryFn: () => listGroups(clusterId, query) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <GroupsView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
