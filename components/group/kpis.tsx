"use client";

import { useTranslations } from "next-intl";
import { LagCount } from "@/components/groups/lag-count.tsx";
import { lagStateOf } from "@/components/groups/lag-state.ts";
import { useLagWords } from "@/components/groups/use-lag-words.ts";
import { Count } from "@/components/ui/figures.tsx";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { Group, GroupDetail, GroupPartition } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./kpis.module.css";
import { sortOf } from "./partition-view.ts";
import { shareOf } from "./share-of.ts";

type KpisProps = { clusterId: string; detail: GroupDetail; worst: GroupPartition | undefined };

/** LagKpi is how many records a group has not read, and of how many of its partitions that is known. */
export function LagKpi({ detail: { group, topics } }: { detail: GroupDetail }) {
  const t = useTranslations("group.kpis");
  const format = useFormat();
  const { missing } = useLagWords();
  const state = lagStateOf(group);
  if (state.kind !== "known") return <Kpi label={t("lag")} tone="unknown" value={<Unknown {...missing(state)} />} />;
  const all = group.partitions ?? 0;
  const known = all - state.withoutCommit - state.unknown;
  const atMost = group.lagAtMost || topics.some(({ lagAtMost }) => lagAtMost);
  const hint = t("lagHint", { known: format.exact(known), all: format.exact(all), count: all });
  return (
    <Kpi
      label={t("lag")}
      value={<LagCount lag={state.lag} atMost={atMost} />}
      unit={t("records", { count: Number(state.lag) })}
      hint={hint}
    />
  );
}

function LargestKpi({ clusterId, detail, worst }: KpisProps) {
  const t = useTranslations("group.kpis");
  const format = useFormat();
  const { groupId, lag } = detail.group;
  if (!worst?.lag || worst.lag === "0" || lag === null) {
    return <Kpi label={t("largest")} value={<NoValue />} hint={t(lag === null ? "largestUnknown" : "largestNone")} />;
  }
  const { topic, partition } = worst;
  const where = t("largestHint", { partition: String(partition), topic, share: format.share(shareOf(worst.lag, lag)) });
  return (
    <Kpi
      label={t("largest")}
      value={<Count value={worst.lag} />}
      hint={
        <span className={classes.line} title={where}>
          {where}
        </span>
      }
      href={paths.group(clusterId, groupId, { sort: sortOf.partition })}
    />
  );
}

function LostKpi({ group }: { group: Group }) {
  const t = useTranslations("group.kpis");
  const { titleOf } = useProblem();
  const { lost, unknown } = group;
  if (lost === null) {
    const reason = titleOf(unknown["lost"] ?? "INTERNAL");
    return <Kpi label={t("lost")} tone="unknown" value={<Unknown reason={reason} />} />;
  }
  if (group.lag === null && lost === "0") return <Kpi label={t("lost")} value={<NoValue />} hint={t("lostUnknown")} />;
  const some = lost !== "0";
  return (
    <Kpi
      label={t("lost")}
      tone={some ? "crit" : undefined}
      value={<Count value={lost} />}
      unit={some ? t("records", { count: Number(lost) }) : undefined}
      hint={t(some ? "lostHint" : "lostNone")}
    />
  );
}

function WithoutCommitKpi({ group }: { group: Group }) {
  const t = useTranslations("group.kpis");
  const format = useFormat();
  const { titleOf } = useProblem();
  const { partitionsWithoutCommit: count, partitions, unknown } = group;
  if (count === null) {
    const reason = titleOf(unknown["partitionsWithoutCommit"] ?? "INTERNAL");
    return <Kpi label={t("withoutCommit")} tone="unknown" value={<Unknown reason={reason} />} />;
  }
  if (partitions === 0) return <Kpi label={t("withoutCommit")} value={<NoValue />} hint={t("noPartition")} />;
  const hint = t("withoutCommitHint", { all: format.exact(partitions ?? 0), count: partitions ?? 0 });
  return <Kpi label={t("withoutCommit")} value={<Count value={count} />} hint={hint} />;
}

function MembersKpi({ detail: { group, members } }: { detail: GroupDetail }) {
  const t = useTranslations("group.kpis");
  const { titleOf } = useProblem();
  if (group.members === null) {
    const reason = titleOf(group.unknown["members"] ?? "INTERNAL");
    return <Kpi label={t("members")} tone="unknown" value={<Unknown reason={reason} />} />;
  }
  const idle = members?.filter(({ partitions }) => partitions === 0).length ?? 0;
  const hint =
    group.members === 0
      ? t("membersNone")
      : idle > 0
        ? t("membersIdle", { count: idle })
        : t("membersBusy", { count: group.members });
  return <Kpi label={t("members")} value={<Count value={group.members} />} hint={hint} />;
}

/** Kpis are a group's key figures: lag, its largest partition, what was lost, what has no commit, who reads. */
export function Kpis({ clusterId, detail, worst }: KpisProps) {
  const t = useTranslations("group.kpis");
  return (
    <KpiStrip label={t("label")}>
      <LagKpi detail={detail} />
      <LargestKpi clusterId={clusterId} detail={detail} worst={worst} />
      <LostKpi group={detail.group} />
      <WithoutCommitKpi group={detail.group} />
      <MembersKpi detail={detail} />
    </KpiStrip>
  );
}
