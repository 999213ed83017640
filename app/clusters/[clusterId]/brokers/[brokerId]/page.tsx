import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { brokerQuery } from "@/lib/queries/brokers.ts";
import { describeBroker } from "@/lib/services/brokers.ts";
import { readBrokerId } from "./broker-id.ts";
import { BrokerView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string; brokerId: string }> };

/** generateMetadata titles a broker's page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("brokers");
  return { title: t("name", { id: (await params).brokerId }) };
}

/** BrokerPage is one broker: what it holds, its log directories, its largest replicas. */
export default async function BrokerPage({ params }: PageProps) {
  const { clusterId: encoded, brokerId: text } = await params;
  const clusterId = decodeURIComponent(encoded);
  const brokerId = readBrokerId(text);
  if (brokerId === null) notFound();
  const client = new QueryClient();
  await client.prefetchQuery({
    ...brokerQuery(clusterId, brokerId),
    queryFn: () => describeBroker(clusterId, brokerId),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BrokerView clusterId={clusterId} brokerId={brokerId} />
    </HydrationBoundary>
  );
}
