"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "./status-badge.tsx";
import { type StatusName, statuses } from "./status-list.ts";

/** Status says a status as colour, icon and word; `label` replaces the catalogue's word ("No writes, 9 d"). */
export function Status({
  status,
  variant,
  label,
}: {
  status: StatusName;
  variant?: "inline" | "pill";
  label?: string;
}) {
  const t = useTranslations("status");
  const { tone, icon } = statuses[status];
  return (
    <StatusBadge tone={tone} icon={icon} variant={variant ?? "inline"}>
      {label ?? t(status)}
    </StatusBadge>
  );
}
