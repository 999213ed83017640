"use client";

import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag.tsx";
import type { SetBy } from "@/lib/settings/new-topic.ts";

/** SetByTag says who sets a value of the new topic. */
export function SetByTag({ by }: { by: SetBy }) {
  const t = useTranslations("create.by");
  return (
    <Tag tone={by === "you" || by === "preset" ? "accent" : "plain"} tip={t(`${by}Tip`)}>
      {t(by)}
    </Tag>
  );
}
