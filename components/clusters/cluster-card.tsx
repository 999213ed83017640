"use client";

import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { UnreachableNote } from "@/components/ui/stale-note.tsx";
import { Status } from "@/components/ui/status.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./cluster-card.module.css";
import { summarizeHealth } from "./cluster-health.ts";

type ClusterProps = { cluster: ClusterSummary };

function Health({ cluster }: ClusterProps) {
  const t = useTranslations("clusters");
  // Of a cluster that does not answer, only the last figures are known: they stand below, dimmed.
  const facts = cluster.status === "offline" ? [] : summarizeHealth(cluster);
  if (facts.length === 0) return null;
  return (
    <p className={classes.health}>{facts.map(({ code, values }) => t(`health.${code}`, values)).join(t("join"))}</p>
  );
}

function Trouble({ cluster }: ClusterProps) {
  const { titleOf } = useProblem();
  const { error, name, asOf, status } = cluster;
  if (!error) return null;
  if (status !== "offline") return <CheckLine tone="warn">{error.message}</CheckLine>;
  return <UnreachableNote name={name} asOf={asOf} detail={`${titleOf(error.code)}. ${error.message}`} />;
}

function Figures({ cluster }: ClusterProps) {
  const t = useTranslations("clusters");
  const { titleOf } = useProblem();
  const reason = titleOf(cluster.error?.code ?? "UNREACHABLE");
  const counts = (["brokers", "topics", "partitions", "groups"] as const).map((name): [string, ReactNode] => [
    t(name),
    <Count key={name} value={cluster[name]} reason={reason} />,
  ]);
  const version = cluster.kafkaVersion ?? <Unknown reason={t("versionUnknown")} />;
  return (
    <dl className={classes.figures}>
      {[[t("kafka"), version] as const, ...counts].map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Addresses({ cluster }: ClusterProps) {
  const t = useTranslations("clusters");
  const servers = cluster.bootstrapServers.join(",");
  return (
    <dl className={classes.addresses}>
      <div>
        <dt>{t("bootstrapServers")}</dt>
        <dd>
          <code>{cluster.bootstrapServers.join(", ")}</code>
          <CopyButton value={servers} label={t("copyBootstrapServers")} />
        </dd>
      </div>
      {cluster.kafkaClusterId ? (
        <div>
          <dt>{t("kafkaClusterId")}</dt>
          <dd>
            <code>{cluster.kafkaClusterId}</code>
            <CopyButton value={cluster.kafkaClusterId} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** ClusterCard is one cluster: its status and health in words, its figures (dimmed when they are not current), and where it is; the whole card opens it. */
export function ClusterCard({ cluster }: ClusterProps) {
  const t = useTranslations("clusters");
  return (
    <article className={classes.card} data-offline={cluster.status === "offline" || undefined}>
      <header className={classes.header}>
        <h2 className={classes.name}>
          <Link href={paths.cluster(cluster.clusterId)} className={classes.link}>
            {cluster.name}
          </Link>
        </h2>
        <Status status={cluster.status} variant="pill" />
        {cluster.readOnly ? <Tag>{t("readOnly")}</Tag> : null}
        <IconChevronRight {...ICON} className={classes.chevron} />
        <Health cluster={cluster} />
      </header>
      <Trouble cluster={cluster} />
      {cluster.brokers === null ? null : <Figures cluster={cluster} />}
      <Addresses cluster={cluster} />
    </article>
  );
}
