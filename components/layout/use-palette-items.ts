"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { GroupState } from "@/lib/api/groups.ts";
import type { SearchHit } from "@/lib/api/search.ts";
import { paths } from "@/lib/paths.ts";
import { searchQuery } from "@/lib/queries/search.ts";
import { clusterItem, hitItem, matching, pageItem } from "./palette-items.ts";
import { pages } from "./pages.ts";
import { useCluster, useClusters } from "./use-cluster.ts";

const PAUSE_MS = 120;

/** useHitDetail puts what tells a hit apart into words: a topic's partitions, a group's state, a broker's address. */
function useHitDetail() {
  const t = useTranslations();
  return ({ kind, detail }: SearchHit): string => {
    if (kind === "topic") return t("nav.palette.partitions", { count: Number(detail) });
    const state = GroupState.safeParse(detail);
    return kind === "group" && state.success ? t(`status.${state.data}`) : detail;
  };
}

/** usePaletteItems finds what the palette offers for what was typed: topics, groups and brokers of the cluster in view, pages, clusters. */
export function usePaletteItems(text: string) {
  const t = useTranslations("nav");
  const cluster = useCluster();
  const clusters = useClusters();
  const detailOf = useHitDetail();
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const search = useQuery(searchQuery(cluster?.clusterId ?? null, asked));
  const found =
    cluster && typed !== ""
      ? (search.data?.items ?? []).map((hit) => hitItem(cluster.clusterId, hit, detailOf(hit)))
      : [];
  const fixed = [
    ...(cluster ? pages.map(({ id, href }) => pageItem(t(id), href(cluster.clusterId))) : []),
    ...(cluster && !cluster.readOnly ? [pageItem(t("createTopic"), paths.createTopic(cluster.clusterId))] : []),
    pageItem(t("clusters"), paths.clusters()),
    ...clusters.filter(({ clusterId }) => clusterId !== cluster?.clusterId).map(clusterItem),
  ];
  const searching = cluster !== null && typed !== "" && (asked !== typed || search.isFetching);
  return { items: [...found, ...matching(fixed, typed)], searching, error: search.error };
}
