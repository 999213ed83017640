"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { GroupDetail, Member } from "@/lib/api/groups.ts";
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

/** MembersCard is who reads in a group: each member with its assignment, or in words that there is none, or that they cannot be read. */
export function MembersCard({ detail: { group, members, topics } }: { detail: GroupDetail }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const { titleOf } = useProblem();
  const reason = titleOf(group.unknown["members"] ?? "INTERNAL");
  const subtitle =
    members === null ? undefined : t("count", { count: members.length, shown: format.exact(members.length) });
  const lag = group.type === "share" ? "shared" : topics.some(({ lagAtMost }) => lagAtMost) ? "at-most" : "exact";
  if (members === null || members.length === 0) {
    return (
      <Card title={t("title")} subtitle={subtitle}>
        <p className={classes.absence}>
          {members === null ? t("notRead", { reason }) : t(group.type === "share" ? "noneShared" : "none")}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t("title")} subtitle={subtitle} flush>
      <List members={members} lag={lag} />
    </Card>
  );
}
