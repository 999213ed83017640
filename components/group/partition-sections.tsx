"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LagCount } from "@/components/groups/lag-count.tsx";
import type { Section } from "@/components/ui/data-table.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupDetail, GroupPartition, GroupTopic, Member } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import { clientHost } from "./client-host.ts";
import { toRuns } from "./partition-view.ts";
import classes from "./partitions-card.module.css";

function Sums({ items }: { items: ReactNode[] }) {
  return <span className={classes.sums}>{items}</span>;
}

function useTopicSums() {
  const t = useTranslations("group.partitions.sums");
  const format = useFormat();
  return ({ partitions, lag, lagAtMost, lost, partitionsWithoutCommit, unknownPartitions }: GroupTopic) => [
    <span key="partitions">{t("partitions", { count: partitions, shown: format.exact(partitions) })}</span>,
    lag === null ? null : (
      <span key="lag">{t.rich("lag", { lag: () => <LagCount key="lag" lag={lag} atMost={lagAtMost} /> })}</span>
    ),
    lost === "0" ? null : (
      <span key="lost" className={classes.lost}>
        {t("lost", { shown: format.count(lost) })}
      </span>
    ),
    partitionsWithoutCommit === 0 ? null : (
      <span key="commit">{t("withoutCommit", { shown: format.exact(partitionsWithoutCommit) })}</span>
    ),
    unknownPartitions === 0 ? null : (
      <span key="unknown">{t("unknown", { shown: format.exact(unknownPartitions) })}</span>
    ),
  ];
}

/** useTopicSections puts rows under their topics, each with the sum of the whole topic, also when the page holds a part of it. */
export function useTopicSections(clusterId: string, topics: readonly GroupTopic[]) {
  const sumsOf = useTopicSums();
  const byName = new Map(topics.map((topic) => [topic.topic, topic]));
  return (rows: readonly GroupPartition[]): Section<GroupPartition>[] =>
    toRuns(rows, ({ topic }) => topic).map((run) => {
      const name = run.key ?? "";
      const topic = byName.get(name);
      return {
        id: name,
        heading: (
          <span className={classes.heading}>
            <TextLink href={paths.topic(clusterId, name)}>{name}</TextLink>
            {topic ? <Sums items={sumsOf(topic)} /> : null}
          </span>
        ),
        rows: run.rows,
      };
    });
}

function MemberHeading({ member, row }: { member: Member | undefined; row: GroupPartition }) {
  return (
    <span className={classes.owner} title={row.memberId ?? undefined}>
      <span>{member?.clientId ?? row.clientId}</span>
      <code className={classes.host}>{clientHost(member?.host ?? row.host ?? "")}</code>
    </span>
  );
}

/** useMemberSections puts rows under the members that own them, each with the sum of all that it owns; those without an owner stand last. */
export function useMemberSections(members: GroupDetail["members"], atMost: boolean) {
  const t = useTranslations("group.partitions.sums");
  const words = useTranslations("group.partitions");
  const format = useFormat();
  const byId = new Map(members?.map((member) => [member.memberId, member]));
  const sumsOf = ({ partitions, lag }: Member) => [
    <span key="partitions">{t("partitions", { count: partitions, shown: format.exact(partitions) })}</span>,
    lag === null ? null : (
      <span key="lag">{t.rich("lag", { lag: () => <LagCount key="lag" lag={lag} atMost={atMost} /> })}</span>
    ),
  ];
  return (rows: readonly GroupPartition[]): Section<GroupPartition>[] =>
    toRuns(rows, ({ memberId }) => memberId).map((run) => {
      const member = byId.get(run.key ?? "");
      return {
        id: run.key ?? "",
        heading: (
          <span className={classes.heading}>
            {run.key === null ? words("noOwner") : <MemberHeading member={member} row={run.rows[0]!} />}
            {member ? <Sums items={sumsOf(member)} /> : null}
          </span>
        ),
        rows: run.rows,
      };
    });
}
