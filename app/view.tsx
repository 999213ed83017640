"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { ClusterCard } from "@/components/clusters/cluster-card.tsx";
import { ClustersSkeleton } from "@/components/clusters/clusters-skeleton.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { QueryState } from "@/components/ui/query-state.tsx";
import type { ClusterList } from "@/lib/api/clusters.ts";
import { clustersQuery } from "@/lib/queries/clusters.ts";
import classes from "./view.module.css";

const code = (text: ReactNode) => <code>{text}</code>;
const bold = { b: (text: ReactNode) => <b>{text}</b> };

function useFacts(list: ClusterList | undefined) {
  const t = useTranslations("clusters");
  if (!list || list.total < 2) return undefined;
  const silent = list.items.filter((cluster) => cluster.status === "offline").length;
  return [
    <Fragment key="clusters">{t.rich("facts.clusters", { ...bold, count: list.total })}</Fragment>,
    silent > 0 ? <Fragment key="silent">{t.rich("facts.silent", { ...bold, count: silent })}</Fragment> : null,
  ];
}

/** ClustersView is the list of clusters, live. */
export function ClustersView() {
  const t = useTranslations("clusters");
  const query = useQuery({ ...clustersQuery(), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  const facts = useFacts(query.data);
  return (
    <Stack>
      <PageHeader title={t("title")} {...(facts ? { facts } : {})} />
      <QueryState query={query} pending={<ClustersSkeleton />}>
        {(list) => (
          <>
            <div className={classes.clusters}>
              {list.items.map((cluster) => (
                <ClusterCard key={cluster.clusterId} cluster={cluster} />
              ))}
            </div>
            {list.total === 1 ? <p className={classes.more}>{t.rich("addMore", { code })}</p> : null}
          </>
        )}
      </QueryState>
    </Stack>
  );
}
