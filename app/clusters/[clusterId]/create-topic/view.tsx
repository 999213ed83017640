"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { CreateSkeleton } from "@/components/create-topic/create-skeleton.tsx";
import { CreateTopic } from "@/components/create-topic/create-topic.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import { paths } from "@/lib/paths.ts";
import { topicSettingsQuery } from "@/lib/queries/topic-settings.ts";
import { createTopicParams } from "./search-params.ts";
import classes from "./view.module.css";

function ReadOnly({ clusterId, name }: { clusterId: string; name: string }) {
  const t = useTranslations("create");
  const back = <LinkButton href={paths.topics(clusterId)}>{t("toTopics")}</LinkButton>;
  return (
    <EmptyState title={t("readOnlyTitle", { cluster: name })} action={back}>
      {t("readOnly")}
    </EmptyState>
  );
}

function Form({ clusterId }: { clusterId: string }) {
  const query = useQuery({ ...topicSettingsQuery(clusterId), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  const [params, setParams] = useQueryStates(createTopicParams, { history: "replace" });
  return (
    <QueryState query={query} pending={<CreateSkeleton />}>
      {(settings) => (
        <CreateTopic
          clusterId={clusterId}
          settings={settings}
          params={params}
          setParams={(next) => void setParams(next)}
        />
      )}
    </QueryState>
  );
}

/** CreateTopicView is the form of a new topic; the link holds what is typed, so that it can be shared and reloaded. */
export function CreateTopicView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("create");
  const cluster = useCluster();
  const name = cluster?.name ?? clusterId;
  const readOnly = cluster?.readOnly ?? false;
  return (
    <div className={classes.page}>
      <PageHeader title={t("title")} {...(readOnly ? {} : { subtitle: t("subtitle", { cluster: name }) })} />
      {readOnly ? <ReadOnly clusterId={clusterId} name={name} /> : <Form clusterId={clusterId} />}
    </div>
  );
}
