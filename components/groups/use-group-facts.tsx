"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type GroupTotals, GroupType } from "@/lib/api/groups.ts";
import { useFormat } from "@/components/ui/use-format.ts";

const b = (text: ReactNode) => <b>{text}</b>;

/** useGroupFacts says of all groups how many there are, and how many of each type. */
export function useGroupFacts(totals: GroupTotals | undefined): ReactNode[] {
  const t = useTranslations("groups");
  const format = useFormat();
  if (!totals) return [];
  const types = GroupType.options.filter((type) => (totals.byType[type] ?? 0) > 0);
  const fact = (type: GroupType) => {
    const words = { b, shown: format.exact(totals.byType[type] ?? 0), type: t(`types.${type}`) };
    return <span key={type}>{t.rich("facts.type", words)}</span>;
  };
  const all = t.rich("facts.groups", { b, count: totals.groups, shown: format.exact(totals.groups) });
  return [<span key="groups">{all}</span>, ...types.map(fact)];
}
