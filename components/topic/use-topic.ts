"use client";

import { useQuery } from "@tanstack/react-query";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { topicGroupsQuery } from "@/lib/queries/topic-groups.ts";
import { topicQuery } from "@/lib/queries/topics.ts";
import { readersQuery } from "./readers-query.ts";
import type { TopicName } from "./topic-name.ts";

/** useTopic is the live query of one topic. */
export function useTopic({ clusterId, topic }: TopicName) {
  return useQuery({ ...topicQuery(clusterId, topic), ...useLiveOptions() });
}

/** useTopicReaders is the live query of the groups that read it. */
export function useTopicReaders({ clusterId, topic }: TopicName) {
  return useQuery({ ...topicGroupsQuery(clusterId, topic, readersQuery), ...useLiveOptions() });
}
