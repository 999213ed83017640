"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ConfigEditor } from "@/components/configs/config-editor.tsx";
import { SettingsSkeleton } from "@/components/configs/settings-skeleton.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { QueryState } from "@/components/ui/query-state.tsx";
import { topicConfigsQuery } from "@/lib/queries/topic-configs.ts";
import { topicConfigsParams } from "./search-params.ts";

/** TopicConfigsView is the Configuration tab of a topic, live; edits wait in the link until they are applied. */
export function TopicConfigsView({ clusterId, topic }: { clusterId: string; topic: string }) {
  const query = useQuery({ ...topicConfigsQuery(clusterId, topic), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  const [params, setParams] = useQueryStates(topicConfigsParams, { history: "replace" });
  const readOnly = useCluster()?.readOnly ?? true;
  return (
    <QueryState query={query} pending={<SettingsSkeleton />}>
      {(list) => (
        <ConfigEditor
          clusterId={clusterId}
          topic={topic}
          list={list}
          params={params}
          setParams={(next) => void setParams(next)}
          editable={!readOnly}
        />
      )}
    </QueryState>
  );
}
