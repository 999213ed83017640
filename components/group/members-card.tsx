"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { Group, GroupDetail, Member } from "@/lib/api/groups.ts";
import { inNameOrder } from "./member-order.ts";
import { MemberItem } from "./member-item.tsx";
import classes from "./members-card.module.css";

const MEMBERS_SHOWN = 8;

function useAbsence({ type, unknown }: Group): string {
  const t = useTranslations("group.members");
  const { titleOf } = useProblem();
  if (type === "share" || type === "streams") return t(`${type}NotRead`);
  return t("notRead", { reason: titleOf(unknown["members"] ?? "INTERNAL") });
}

function List({ members, atMost }: { members: readonly Member[]; atMost: boolean }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const ordered = inNameOrder(members);
  const shown = open ? ordered : ordered.slice(0, MEMBERS_SHOWN);
  return (
    <>
      <ul className={classes.members}>
        {shown.map((member) => (
          <MemberItem key={member.memberId} member={member} atMost={atMost} />
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
  const absence = useAbsence(group);
  const subtitle =
    members === null ? undefined : t("count", { count: members.length, shown: format.exact(members.length) });
  if (members === null || members.length === 0) {
    return (
      <Card title={t("title")} subtitle={subtitle}>
        <p className={classes.absence}>{members === null ? absence : t("none")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("title")} subtitle={subtitle} flush>
      <List members={members} atMost={topics.some(({ lagAtMost }) => lagAtMost)} />
    </Card>
  );
}
