"use client";

import { IconPlugConnected, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { LagCount } from "@/components/groups/lag-count.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { Tag } from "@/components/ui/tag.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Member } from "@/lib/api/groups.ts";
import { clientHost } from "./client-host.ts";
import { MemberPartitions } from "./member-partitions.tsx";
import classes from "./members-card.module.css";

/** MemberLag is how to say a member's lag: as it is, as "at most", or not at all where members share partitions (KIP-932). */
export type MemberLag = "exact" | "at-most" | "shared";

function Figures({ member, lag }: { member: Member; lag: MemberLag }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const count = <LagCount key="lag" lag={member.lag ?? "0"} atMost={lag === "at-most"} />;
  return (
    <span className={classes.figures}>
      <span>{t("partitions", { count: member.partitions, shown: format.exact(member.partitions) })}</span>
      {member.lag === null ? null : <span className={classes.lag}>{t.rich("lag", { lag: () => count })}</span>}
    </span>
  );
}

function Marks({ member }: { member: Member }) {
  const t = useTranslations("group.members");
  if (member.instanceId === null && member.rack === null) return null;
  return (
    <span className={classes.marks}>
      {member.instanceId === null ? null : (
        <Tag tip={t("instanceHint")}>{t("instance", { id: member.instanceId })}</Tag>
      )}
      {member.rack === null ? null : <Tag>{t("rack", { rack: member.rack })}</Tag>}
    </span>
  );
}

/** MemberItem is one member: who it is, what it owns, and where a rebalance (KIP-848) is taking it. */
export function MemberItem({ member, lag }: { member: Member; lag: MemberLag }) {
  const t = useTranslations("group.members");
  const idle = member.partitions === 0;
  const Icon = idle ? IconPlugConnectedX : IconPlugConnected;
  return (
    <li className={classes.member}>
      <span className={classes.icon} data-idle={idle || undefined}>
        <Icon {...ICON} />
      </span>
      <span className={classes.who}>
        <span className={classes.name} title={member.clientId}>
          {member.clientId}
        </span>
        <span className={classes.host}>
          <code>{clientHost(member.host)}</code>
          <CopyButton value={member.memberId} label={t("copyId", { id: member.memberId })} />
        </span>
      </span>
      <Figures member={member} lag={lag} />
      <span className={classes.more}>
        {idle ? (
          <span className={classes.idle}>{t("idle")}</span>
        ) : (
          <MemberPartitions assignments={member.assignments} />
        )}
        {member.target === null ? null : (
          <span className={classes.target}>
            {t("target")}{" "}
            {member.target.length === 0 ? t("targetNone") : <MemberPartitions assignments={member.target} />}
          </span>
        )}
        <Marks member={member} />
      </span>
    </li>
  );
}
