"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { OverlaysHost } from "./overlays-host.tsx";
import classes from "./shell.module.css";
import { Sidebar } from "./sidebar.tsx";
import { Topbar } from "./topbar.tsx";
import { ClusterInView } from "./use-cluster.ts";
import { useShortcuts } from "./use-shortcuts.ts";

function Keys() {
  useShortcuts();
  return null;
}

type ShellProps = { clusterId: string | null; cluster?: ClusterSummary; children: ReactNode };

/** Shell stands around every page: navigation, top bar, palette, keys. `clusterId` is the cluster in view, null on the list of clusters; `cluster` is what the server knows of it. */
export function Shell({ clusterId, cluster, children }: ShellProps) {
  const t = useTranslations("nav");
  const inView = useMemo(() => ({ clusterId, initial: cluster ?? null }), [clusterId, cluster]);
  return (
    <ClusterInView value={inView}>
      <a className="hw-skip" href="#main">
        {t("skip")}
      </a>
      <div className={classes.shell}>
        <aside className={classes.side} aria-label={t("sidebar")}>
          <div className={classes.wide}>
            <Sidebar />
          </div>
          <div className={classes.compact}>
            <Sidebar compact />
          </div>
        </aside>
        <Topbar />
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <OverlaysHost />
      <Keys />
    </ClusterInView>
  );
}
