"use client";

import { useQuery } from "@tanstack/react-query";
import { BrokerHeader } from "@/components/brokers/broker-header.tsx";
import { BrokerKpis } from "@/components/brokers/broker-kpis.tsx";
import { BrokerReasons } from "@/components/brokers/broker-reasons.tsx";
import { BrokerSkeleton } from "@/components/brokers/broker-skeleton.tsx";
import { LargestReplicas } from "@/components/brokers/largest-replicas.tsx";
import { LogDirs } from "@/components/brokers/log-dirs.tsx";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import { brokerQuery } from "@/lib/queries/brokers.ts";

/** BrokerView is one broker, live. */
export function BrokerView({ clusterId, brokerId }: { clusterId: string; brokerId: number }) {
  const query = useQuery({ ...brokerQuery(clusterId, brokerId), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  return (
    <Stack>
      <BrokerHeader clusterId={clusterId} brokerId={brokerId} detail={query.data} />
      <ClusterAnswer clusterId={clusterId} query={query} pending={<BrokerSkeleton />}>
        {(detail) => (
          <>
            <BrokerReasons reasons={detail.reasons} />
            <BrokerKpis broker={detail.broker} />
            <Columns ratio="1:1" align="start">
              <LargestReplicas clusterId={clusterId} detail={detail} />
              <LogDirs detail={detail} />
            </Columns>
          </>
        )}
      </ClusterAnswer>
    </Stack>
  );
}
