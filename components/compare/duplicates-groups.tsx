"use client";

import { useTranslations } from "next-intl";
import type { DuplicateGroup } from "@/lib/api/duplicates.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { ClockTime } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./compare.module.css";
import { spreadOf } from "./duplicates-state.ts";
import { KeyText } from "./key-text.tsx";
import { RecordLink } from "./record-link.tsx";

function Copies({ name, group }: { name: TopicName; group: DuplicateGroup }) {
  const t = useTranslations("compare.duplicates");
  const format = useFormat();
  const earlier = group.copies - group.latest.length;
  return (
    <span className={classes.places}>
      {earlier > 0 ? <span className={classes.word}>{t("earlier", { count: format.count(earlier) })}</span> : null}
      {group.latest.map((place) => (
        <RecordLink key={`${place.partition}-${place.offset}`} name={name} place={place} />
      ))}
    </span>
  );
}

function Apart({ group }: { group: DuplicateGroup }) {
  const t = useTranslations("compare.duplicates");
  const format = useFormat();
  const spread = spreadOf(group);
  if (!spread) return null;
  const offsets =
    spread.offsets === null ? t("otherPartition") : t("offsetsApart", { count: format.count(spread.offsets) });
  return (
    <span>
      {format.duration(Math.abs(spread.ms))} <span className={classes.word}>{offsets}</span>
    </span>
  );
}

function useColumns(name: TopicName): Column<DuplicateGroup>[] {
  const t = useTranslations("compare.duplicates.columns");
  return [
    { id: "key", header: t("key"), render: ({ key }) => <KeyText datum={key} /> },
    { id: "copies", header: t("copies"), align: "right", render: ({ copies }) => <Count value={copies} /> },
    { id: "first", header: t("first"), render: ({ first }) => <RecordLink name={name} place={first} /> },
    { id: "written", header: t("written"), render: ({ first }) => <ClockTime at={first.timestamp} /> },
    { id: "apart", header: t("apart"), headerHint: t("apartHint"), render: (group) => <Apart group={group} /> },
    { id: "latest", header: t("latest"), render: (group) => <Copies name={name} group={group} /> },
  ];
}

/** DuplicateGroups is the table of records that are there more than once, each with links to the first and to its copies. */
export function DuplicateGroups({ name, groups }: { name: TopicName; groups: readonly DuplicateGroup[] }) {
  const t = useTranslations("compare.duplicates");
  return (
    <DataTable bare label={t("groups")} columns={useColumns(name)} rows={groups} getRowId={({ id }) => String(id)} />
  );
}
