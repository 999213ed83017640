"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/quick-views.tsx";

const levels = ["read_committed", "read_uncommitted"] as const;
type Level = (typeof levels)[number];

/** Isolation chooses whether records of aborted and open transactions count. */
export function Isolation({ value, onChange }: { value: Level; onChange: (level: Level) => void }) {
  const t = useTranslations("compare.isolation");
  return (
    <Segmented
      label={t("label")}
      value={value}
      options={levels.map((level) => ({ value: level, label: t(level) }))}
      onChange={onChange}
    />
  );
}
