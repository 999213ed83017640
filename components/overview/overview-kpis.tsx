"use client";

import { useTranslations } from "next-intl";
import { GroupState } from "@/lib/api/groups.ts";
import type { History } from "@/lib/api/history.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { Sparkline } from "@/components/charts/sparkline.tsx";
import { totalOf } from "@/components/throughput/pick.ts";
import { Bytes, Count } from "@/components/ui/figures.tsx";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./overview-kpis.module.css";
import { ConsumedKpi, ProducedKpi } from "./flow-kpis.tsx";
import { summarizeBrokers } from "./overview-figures.ts";

type KpiProps = { clusterId: string; overview: Overview };

type OverviewKpisProps = KpiProps & { history: History | undefined; sampled: boolean };

function BrokersKpi({ clusterId, overview }: KpiProps) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { worst, count } = summarizeBrokers(overview.brokers);
  return (
    <Kpi
      label={t("kpi.brokersUp")}
      value={format.count(overview.brokersUp)}
      unit={t("kpi.of", { total: format.count(overview.brokersKnown) })}
      hint={t(`kpi.brokers.${worst}`, { count })}
      tone={worst === "down" || worst === "not-answering" ? "crit" : undefined}
      href={paths.brokers(clusterId)}
    />
  );
}

function PartitionsKpi({ clusterId, overview }: KpiProps) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { underReplicatedPartitions: behind, offlinePartitions: offline, partitions } = overview;
  const worst = offline > 0 ? "crit" : behind > 0 ? "warn" : undefined;
  return (
    <Kpi
      label={t("kpi.underReplicated")}
      value={<Count value={behind} />}
      unit={t("kpi.ofPartitions", { count: partitions, total: format.count(partitions) })}
      hint={t("kpi.offline", { count: format.count(offline) })}
      tone={worst}
      href={paths.topics(clusterId, behind > 0 ? { underReplicated: true } : {})}
    />
  );
}

function LagHint({ overview }: { overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const largest = overview.largestLags[0];
  if (overview.totalLag === null || overview.totalLag === "0" || !largest?.lag) return t("kpi.noLag");
  const [furthest] = overview.furthestBehind;
  if (furthest?.lagMs)
    return t(furthest.lagMsAtLeast ? "kpi.oldestOver" : "kpi.oldest", { time: format.duration(furthest.lagMs) });
  const share = format.share(Number(largest.lag) / Number(overview.totalLag));
  return <span className={classes.clip}>{t("kpi.mostLag", { share, group: largest.groupId })}</span>;
}

function LagKpi({ clusterId, overview, history }: KpiProps & { history: History | undefined }) {
  const t = useTranslations("overview");
  const lag = history && totalOf(history, "lag");
  return (
    <Kpi
      label={t("kpi.lag")}
      value={<Count value={overview.totalLag} reason={t("groupsUnknown")} />}
      unit={overview.totalLag === null ? undefined : t("kpi.records")}
      tone={overview.totalLag === null ? "unknown" : undefined}
      hint={overview.totalLag === null ? undefined : <LagHint overview={overview} />}
      href={paths.groups(clusterId)}
      chart={lag ? <Sparkline points={lag.points} /> : undefined}
    />
  );
}

function GroupsKpi({ clusterId, overview }: KpiProps) {
  const t = useTranslations("overview");
  const status = useTranslations("status");
  const format = useFormat();
  const states = Object.entries(overview.groupsByState).toSorted(([, a], [, b]) => b - a);
  const words = states.map(
    ([state, count]) => `${format.count(count)} ${status(GroupState.safeParse(state).data ?? "Unknown")}`,
  );
  return (
    <Kpi
      label={t("kpi.groups")}
      value={<Count value={overview.groups} reason={t("groupsUnknown")} />}
      tone={overview.groups === null ? "unknown" : undefined}
      hint={words.length > 0 ? <span className={classes.clip}>{words.join(" · ")}</span> : undefined}
      href={paths.groups(clusterId)}
    />
  );
}

function StoredKpi({ overview }: { overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { sizeWithReplicasBytes: stored, diskTotalBytes: disk, brokers } = overview;
  const told = brokers.filter(({ logSizeBytes }) => logSizeBytes !== null).length;
  const whole = stored !== null && told === brokers.length;
  const share = !whole || disk === null || disk === "0" ? null : Number(stored) / Number(disk);
  const ofDisk =
    share === null ? undefined : t("kpi.ofDisk", { share: format.share(share), total: format.bytes(disk ?? 0) });
  const onSome = t("kpi.onBrokers", { told: format.count(told), count: format.count(brokers.length) });
  return (
    <Kpi
      label={t("kpi.stored")}
      value={<Bytes value={stored} reason={t("storedUnknown")} />}
      unit={whole ? t("kpi.withReplicas") : undefined}
      tone={stored === null ? "unknown" : undefined}
      hint={stored === null || whole ? ofDisk : onSome}
    />
  );
}

/** OverviewKpis is the strip of a cluster's five key figures: what flows, what waits, what is at risk and what is stored; where nothing is sampled, what is up instead of what flows. */
export function OverviewKpis({ clusterId, overview, history, sampled }: OverviewKpisProps) {
  const t = useTranslations("overview");
  const props = { clusterId, overview };
  return (
    <KpiStrip label={t("keyFigures")}>
      {sampled ? <ProducedKpi {...{ clusterId, history }} /> : <BrokersKpi {...props} />}
      {sampled ? <ConsumedKpi {...{ clusterId, history }} /> : <GroupsKpi {...props} />}
      <LagKpi {...props} history={history} />
      <PartitionsKpi {...props} />
      <StoredKpi {...props} />
    </KpiStrip>
  );
}
