"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { Note } from "@/components/ui/note.tsx";
import { StaleNote } from "@/components/ui/stale-note.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import classes from "./gone-note.module.css";
import { paths } from "@/lib/paths.ts";

/** GoneNote says that a group vanished while it was in view, and that the values are the last it had. */
export function GoneNote({ clusterId, groupId, asOf }: { clusterId: string; groupId: string; asOf: string }) {
  const t = useTranslations("group.gone");
  const action = (
    <span className={classes.action}>
      <StaleNote asOf={asOf} />
      <LinkButton href={paths.groups(clusterId)} size="xs">
        {t("list")}
      </LinkButton>
    </span>
  );
  return (
    <Note tone="warn" title={t("title", { group: groupId })} action={action} alert>
      <p>{t("text")}</p>
    </Note>
  );
}

/** NoSuchGroup stands at the address of a group that Kafka does not list. */
export function NoSuchGroup({ clusterId, groupId }: { clusterId: string; groupId: string }) {
  const t = useTranslations("group.gone");
  const action = <LinkButton href={paths.groups(clusterId, { search: groupId.slice(0, 249) })}>{t("find")}</LinkButton>;
  return (
    <EmptyState title={t("never", { group: groupId })} action={action}>
      {t("neverText")}
    </EmptyState>
  );
}
