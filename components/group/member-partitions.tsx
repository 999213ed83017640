"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Assignment } from "@/lib/api/groups.ts";
import { countRanges, toAssignmentTexts } from "./partition-ranges.ts";
import classes from "./members-card.module.css";

const RANGES_SHOWN = 8;

/** MemberPartitions writes assignments as compact ranges (orders p0–p3, p7); many are cut short until asked for. */
export function MemberPartitions({ assignments }: { assignments: readonly Assignment[] }) {
  const t = useTranslations("group.members");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const all = countRanges(assignments);
  const texts = toAssignmentTexts(assignments, open ? all : RANGES_SHOWN);
  return (
    <span className={classes.partitions}>
      {texts.map(({ topic, ranges }) => (
        <span key={topic} className={classes.assignment}>
          <span className={classes.topic}>{topic}</span> {ranges}
        </span>
      ))}
      {all > RANGES_SHOWN ? (
        <TextButton onClick={() => setOpen(!open)} expanded={open}>
          {open ? t("lessRanges") : t("moreRanges", { count: format.exact(all - RANGES_SHOWN) })}
        </TextButton>
      ) : null}
    </span>
  );
}
