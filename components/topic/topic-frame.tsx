"use client";

import type { ReactNode } from "react";
import { useSilence } from "@/components/clusters/cluster-errors.tsx";
import { useAsOf } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { isNotFound } from "./failure.ts";
import { TopicDeleted, TopicNotFound } from "./topic-gone.tsx";
import { TopicHeader } from "./topic-header.tsx";
import type { TopicName } from "./topic-name.ts";
import { TopicTabs } from "./topic-tabs.tsx";
import classes from "./topic.module.css";
import { useTopic } from "./use-topic.ts";

/** TopicFrame is what stands around every tab of a topic: its header and tabs; or that there is no such topic, or no such topic any more. */
export function TopicFrame({ name, children }: { name: TopicName; children: ReactNode }) {
  const { data, error, refetch } = useTopic(name);
  useAsOf(data?.asOf, error !== null);
  const silent = useSilence(name.clusterId, data?.errors) !== undefined;
  const gone = isNotFound(error);
  if (!data && gone) return <TopicNotFound name={name} />;
  if (!data && error) {
    return (
      <Stack>
        <PageHeader title={name.topic} copy />
        <ErrorNote error={error} onRetry={refetch} />
      </Stack>
    );
  }
  return (
    <Stack>
      <div className={silent || error ? classes.dimmed : undefined}>
        {data ? <TopicHeader name={name} detail={data} gone={gone} /> : <PageHeader title={name.topic} copy />}
        <TopicTabs name={name} detail={data} />
      </div>
      {data && gone ? <TopicDeleted name={name} asOf={data.asOf} /> : null}
      <div className={gone ? classes.dimmed : undefined}>{children}</div>
    </Stack>
  );
}
