import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { TopicFrame } from "@/components/topic/topic-frame.tsx";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { readersQuery } from "@/components/topic/readers-query.ts";
import { topicGroupsQuery } from "@/lib/queries/topic-groups.ts";
import { topicQuery } from "@/lib/queries/topics.ts";
import { listTopicGroups } from "@/lib/services/topic-groups.ts";
import { describeTopic } from "@/lib/services/topic-detail.ts";

type LayoutProps = { params: TopicRouteParams; children: ReactNode };

/** TopicLayout stands around the tabs of a topic: its header, read once for all of them. */
export default async function TopicLayout({ params, children }: LayoutProps) {
  const name = await readTopicName(params);
  const { clusterId, topic } = name;
  const client = new QueryClient();
  await Promise.all([
    client.prefetchQuery({ ...topicQuery(clusterId, topic), queryFn: () => describeTopic(clusterId, topic) }),
    client.prefetchQuery({
      ...topicGroupsQuery(clusterId, topic, readersQuery),
      queryFn: () => listTopicGroups(clusterId, topic, readersQuery),
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicFrame name={name}>{children}</TopicFrame>
    </HydrationBoundary>
  );
}
