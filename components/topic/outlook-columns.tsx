"use client";

import { useTranslations } from "next-intl";
import { Behind, CaughtUpIn, Change, DeletedIn } from "@/components/group/outlook-cells.tsx";
import type { Column } from "@/components/ui/data-table.tsx";
import type { TopicGroup } from "@/lib/api/groups.ts";
import type { GroupOutlooks } from "./use-group-outlooks.ts";

/** useOutlookColumns are the columns of how groups fare on a topic; none while that is not known. */
export function useOutlookColumns(outlooks: GroupOutlooks | null): Column<TopicGroup>[] {
  const t = useTranslations("topic.groups.columns");
  if (!outlooks) return [];
  const { now, byGroup } = outlooks;
  const of = ({ groupId }: TopicGroup) => byGroup.get(groupId);
  const column = (id: "behind" | "change" | "drain" | "loss", render: Column<TopicGroup>["render"]) =>
    ({ id, header: t(id), align: "right", render }) as const;
  return [
    column("behind", (group) => <Behind outlook={of(group)} />),
    column("change", (group) => <Change outlook={of(group)} />),
    column("drain", (group) => <CaughtUpIn outlook={of(group)} now={now} />),
    column("loss", (group) => <DeletedIn outlook={of(group)} now={now} />),
  ];
}
