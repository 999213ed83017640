"use client";

import { Menu } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { paths } from "@/lib/paths.ts";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./cluster-switcher.module.css";
import { closeOverlay } from "./overlays.ts";
import { useCluster, useClusters } from "./use-cluster.ts";

function Dot({ status }: { status: ClusterSummary["status"] }) {
  const t = useTranslations("status");
  return <span className={classes.dot} data-status={status} data-tip={t(status)} role="img" aria-label={t(status)} />;
}

function useClusterLine() {
  const t = useTranslations("nav");
  return ({ kafkaVersion, brokers }: ClusterSummary) =>
    brokers === null ? t("clusterLineUnknown") : t("clusterLine", { version: kafkaVersion ?? "unknown", brokers });
}

/** ClusterSwitcher shows the cluster in view and leads to the others; `compact` is its dot alone. */
export function ClusterSwitcher({ compact }: { compact?: boolean }) {
  const t = useTranslations("nav");
  const lineOf = useClusterLine();
  const cluster = useCluster();
  const clusters = useClusters();
  if (!cluster) return null;
  return (
    <Menu position={compact ? "right-start" : "bottom-start"} width={compact ? 240 : "target"}>
      <Menu.Target>
        <button
          type="button"
          className={`hw-plain ${classes.switcher}`}
          data-compact={compact || undefined}
          aria-label={compact ? t("switchCluster", { name: cluster.name }) : undefined}
          data-tip={compact ? cluster.name : undefined}
        >
          <Dot status={cluster.status} />
          {compact ? null : (
            <>
              <span className={classes.text}>
                <span className={classes.name}>{cluster.name}</span>
                <span className={classes.line}>{lineOf(cluster)}</span>
              </span>
              <IconSelector {...ICON} className={classes.chevron} />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {clusters.map((other) => (
          <Menu.Item
            key={other.clusterId}
            component={Link}
            href={paths.cluster(other.clusterId)}
            onClick={closeOverlay}
            aria-current={other.clusterId === cluster.clusterId ? "true" : undefined}
            leftSection={<Dot status={other.status} />}
          >
            <span className={classes.name}>{other.name}</span>
            <span className={classes.line}>{lineOf(other)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href={paths.clusters()} onClick={closeOverlay}>
          {t("allClusters")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
