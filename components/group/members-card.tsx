"use client";

import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card.tsx";
import { ICON } from "@/components/ui/icon.ts";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { GroupDetail, Member } from "@/lib/api/groups.ts";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { findLeaving, type Leaving, type LeftMember } from "./left-members.ts";
import { inNameOrder } from "./member-order.ts";
import { MemberItem, type MemberLag } from "./member-item.tsx";
import classes from "./members-card.module.css";

const MEMBERS_SHOWN = 8;

function List({ members, lag }: { members: readonly Member[]; lag: MemberLag }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const ordered = inNameOrder(members);
  const shown = open ? ordered : ordered.slice(0, MEMBERS_SHOWN);
  return (
    <>
      <ul className={classes.members}>
        {shown.map((member) => (
          <MemberItem key={member.memberId} member={member} lag={lag} />
        ))}
      </ul>
      {members.length > MEMBERS_SHOWN ? (
        <div className={classes.all}>
          <TextButton onClick={() => setOpen(!open)} expanded={open}>
            {open ? t("showLess") : t("showAll", { count: format.exact(members.length) })}
          </TextButton>
        </div>
      ) : null}
    </>
  );
}

function LeftList({ left }: { left: readonly LeftMember[] }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const now = useNow();
  if (left.length === 0) return null;
  return (
    <ul className={classes.members} data-left>
      {left.slice(0, MEMBERS_SHOWN).map(({ clientId, at }) => (
        <li key={clientId} className={classes.member}>
          <span className={classes.icon} data-idle>
            <IconPlugConnectedX {...ICON} />
          </span>
          <span className={classes.name} title={clientId}>
            {clientId}
          </span>
          <span className={classes.figures} data-tip={format.timestamp(at)}>
            {t("left", { time: format.time(at, now) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useCount(members: readonly Member[] | null, { before }: Leaving): string | undefined {
  const t = useTranslations("group.members");
  const format = useFormat();
  const now = useNow();
  if (members === null) return undefined;
  const count = { count: members.length, shown: format.exact(members.length) };
  if (!before) return t("count", count);
  return t("countBefore", { ...count, before: format.exact(before.count), time: format.time(before.at, now) });
}

type MembersCardProps = {
  detail: GroupDetail;
  /** What samples tell of its members. */
  events: readonly HistoryEvent[];
};

/** MembersCard is who reads in a group: each member with its assignment, or in words that there is none, or that they cannot be read; and who has left. */
export function MembersCard({ detail: { group, members, topics }, events }: MembersCardProps) {
  const t = useTranslations("group.members");
  const { titleOf } = useProblem();
  const reason = titleOf(group.unknown["members"] ?? "INTERNAL");
  const leaving = findLeaving(events, members?.map(({ clientId }) => clientId) ?? []);
  const subtitle = useCount(members, leaving);
  const lag = group.type === "share" ? "shared" : topics.some(({ lagAtMost }) => lagAtMost) ? "at-most" : "exact";
  if (members === null || members.length === 0) {
    return (
      <Card title={t("title")} subtitle={subtitle}>
        <p className={classes.absence}>
          {members === null ? t("notRead", { reason }) : t(group.type === "share" ? "noneShared" : "none")}
        </p>
        {members === null ? null : <LeftList left={leaving.left} />}
      </Card>
    );
  }
  return (
    <Card title={t("title")} subtitle={subtitle} flush>
      <List members={members} lag={lag} />
      <LeftList left={leaving.left} />
    </Card>
  );
}
