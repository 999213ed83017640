"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CompareFinding, ComparedPlace, CompareTotals } from "@/lib/api/compare.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { type FindingKind, findingKinds } from "./compare-state.ts";
import classes from "./compare.module.css";
import { KeyText } from "./key-text.tsx";
import { kindTones } from "./kinds-table.tsx";
import { RecordLink } from "./record-link.tsx";
import { ValueDiff } from "./value-diff.tsx";

const MOST = 100;
const MOST_OF_ALL = 8;

type Sides = readonly [TopicName, TopicName];
type Names = readonly [string, string];

function Place({ name, place }: { name: TopicName; place: ComparedPlace | null }) {
  const t = useTranslations("compare.findings");
  const format = useFormat();
  if (!place) return <span className={classes.word}>{t("notThere")}</span>;
  return (
    <span>
      <RecordLink name={name} place={place} />
      {place.count > 1 ? <span className={classes.word}> × {format.count(place.count)}</span> : null}
    </span>
  );
}

function useColumns(sides: Sides, topics: Names, onOpen: (finding: CompareFinding) => void): Column<CompareFinding>[] {
  const t = useTranslations("compare.findings");
  const kind = useTranslations("compare.kinds.words");
  return [
    { id: "key", header: t("key"), render: (finding) => <KeyText datum={finding.key} /> },
    {
      id: "kind",
      header: t("kind"),
      render: (finding) => <StatusBadge tone={kindTones[finding.kind]}>{kind(finding.kind)}</StatusBadge>,
    },
    {
      id: "left",
      header: t("in", { topic: topics[0] }),
      render: ({ left }) => <Place name={sides[0]} place={left} />,
    },
    {
      id: "right",
      header: t("out", { topic: topics[1] }),
      render: ({ right }) => <Place name={sides[1]} place={right} />,
    },
    {
      id: "values",
      header: <span className="hw-hidden">{t("values")}</span>,
      align: "right",
      render: (finding) => (
        <Button size="xs" onClick={() => onOpen(finding)}>
          {t("values")}
        </Button>
      ),
    },
  ];
}

function placeId({ kind, left, right }: CompareFinding): string {
  const text = (place: ComparedPlace | null) => (place ? `${place.partition}-${place.offset}` : "");
  return `${kind} ${text(left)} ${text(right)}`;
}

/** FindingsCard is the keys of which both sides do not have the same, by kind, with links to the records that show it and their values beside each other. */
export function FindingsCard({
  sides,
  topics,
  findings,
  totals,
}: {
  sides: Sides;
  topics: Names;
  findings: readonly CompareFinding[];
  totals: CompareTotals;
}) {
  const t = useTranslations("compare.findings");
  const words = useTranslations("compare.kinds.words");
  const [chosen, setChosen] = useState<FindingKind | "all">("all");
  const [opened, setOpened] = useState<CompareFinding | null>(null);
  const ofKind = (kind: FindingKind) => findings.filter((finding) => finding.kind === kind);
  const kinds = findingKinds.filter((kind) => ofKind(kind).length > 0);
  const kind = chosen !== "all" && kinds.includes(chosen) ? chosen : "all";
  const few = kinds.length > 1;
  const rows = kind === "all" ? kinds.flatMap((one) => ofKind(one).slice(0, few ? MOST_OF_ALL : MOST)) : ofKind(kind);
  const columns = useColumns(sides, topics, setOpened);
  const shown = kind === "all" && few ? MOST_OF_ALL : MOST;
  const isCut = (kind === "all" ? kinds : [kind]).some((one) => totals.kinds[one].keys > shown);
  const views = few ? (
    <Segmented<FindingKind | "all">
      label={t("kinds")}
      value={kind}
      options={[
        { value: "all", label: t("all") },
        ...kinds.map((value) => ({
          value,
          label: words(value),
          count: Math.max(totals.kinds[value].keys, ofKind(value).length),
        })),
      ]}
      onChange={setChosen}
    />
  ) : null;
  return (
    <Card title={t("title")} action={views} flush>
      <DataTable bare label={t("title")} columns={columns} rows={rows} getRowId={placeId} />
      {isCut ? <CardNote>{t(shown === MOST ? "cut" : "cutOfAll", { count: shown, most: MOST })}</CardNote> : null}
      <ValueDiff sides={sides} topics={topics} finding={opened} onClose={() => setOpened(null)} />
    </Card>
  );
}
