import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { otherViewQuery } from "@/components/brokers/settings-views.ts";
import { brokerConfigsQuery, brokerQuery } from "@/lib/queries/brokers.ts";
import { listBrokerConfigs } from "@/lib/services/broker-configs.ts";
import { describeBroker } from "@/lib/services/brokers.ts";
import { readBrokerId } from "../broker-id.ts";
import { loadBrokerConfigsParams, toConfigListQuery } from "./search-params.ts";
import { BrokerConfigsView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string; brokerId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata titles a broker's configuration. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("brokers");
  return { title: t("configsOf", { id: (await params).brokerId }) };
}

/** BrokerConfigsPage is one broker's settings. */
export default async function BrokerConfigsPage({ params, searchParams }: PageProps) {
  const { clusterId: encoded, brokerId: text } = await params;
  const clusterId = decodeURIComponent(encoded);
  const brokerId = readBrokerId(text);
  if (brokerId === null) notFound();
  const query = toConfigListQuery(await loadBrokerConfigsParams(searchParams));
  const other = otherViewQuery(query);
  const client = new QueryClient();
  await Promise.all([
    client.prefetchQuery({ ...brokerQuery(clusterId, brokerId), queryFn: () => describeBroker(clusterId, brokerId) }),
    client.prefetchQuery({
      ...brokerConfigsQuery(clusterId, brokerId, query),
      queryFn: () => listBrokerConfigs(clusterId, brokerId, query),
    }),
    client.prefetchQuery({
      ...brokerConfigsQuery(clusterId, brokerId, other),
      queryFn: () => listBrokerConfigs(clusterId, brokerId, other),
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BrokerConfigsView clusterId={clusterId} brokerId={brokerId} />
    </HydrationBoundary>
  );
}
