import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { overviewQuery } from "@/lib/queries/overview.ts";
import { throughputQuery, toThroughputQuery } from "@/lib/queries/throughput.ts";
import { describeOverview } from "@/lib/services/overview.ts";
import { describeThroughput } from "@/lib/services/throughput.ts";
import { overviewFlow } from "./search-params.ts";
import { OverviewView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string }> };

/** generateMetadata titles the overview. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

/** OverviewPage is a cluster at a glance. */
export default async function OverviewPage({ params }: PageProps) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const client = new QueryClient();
  await Promise.all([
    client.prefetchQuery({ ...overviewQuery(clusterId), queryFn: () => describeOverview(clusterId) }),
    client.prefetchQuery({
      ...throughputQuery(clusterId, overviewFlow),
      queryFn: () => describeThroughput(clusterId, toThroughputQuery(overviewFlow, Date.now())),
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
