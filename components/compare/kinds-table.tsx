"use client";

import { useTranslations } from "next-intl";
import type { CompareTotals, KeyKind } from "@/lib/api/compare.ts";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import { findingKinds } from "./compare-state.ts";

/** kindTones is how much each kind asks for a person. */
export const kindTones: Record<KeyKind, Tone> = {
  same: "ok",
  missing: "crit",
  changed: "warn",
  extra: "warn",
  repeated: "warn",
  reordered: "warn",
};

const kinds: readonly KeyKind[] = ["same", ...findingKinds];
type Row = { kind: KeyKind } & CompareTotals["kinds"][KeyKind];

function useColumns(topics: readonly [string, string]): Column<Row>[] {
  const t = useTranslations("compare.kinds");
  return [
    {
      id: "kind",
      header: t("kind"),
      render: ({ kind, records: [left, right] }) =>
        left + right > 0 ? <StatusBadge tone={kindTones[kind]}>{t(`words.${kind}`)}</StatusBadge> : t(`words.${kind}`),
    },
    { id: "meaning", header: t("meaning"), hideBelow: 1200, render: ({ kind }) => t(`meanings.${kind}`) },
    { id: "keys", header: t("keys"), align: "right", render: ({ keys }) => <Count value={keys} /> },
    {
      id: "left",
      header: t("recordsIn", { topic: topics[0] }),
      align: "right",
      render: ({ records }) => <Count value={records[0]} />,
    },
    {
      id: "right",
      header: t("recordsOut", { topic: topics[1] }),
      align: "right",
      render: ({ records }) => <Count value={records[1]} />,
    },
  ];
}

/** KindsTable counts keys and records by what became of them; its last row adds them up. */
export function KindsTable({ totals, topics }: { totals: CompareTotals; topics: readonly [string, string] }) {
  const t = useTranslations("compare.kinds");
  const rows = kinds.map((kind): Row => ({ kind, ...totals.kinds[kind] }));
  const sum = (side: 0 | 1) => rows.reduce((all, { records }) => all + records[side], 0);
  return (
    <DataTable
      bare
      label={t("label")}
      columns={useColumns(topics)}
      rows={rows}
      getRowId={({ kind }) => kind}
      rowTone={({ kind, records: [left, right] }) => (kind !== "same" && left + right === 0 ? "dim" : undefined)}
      footer={[
        t("sum"),
        "",
        <Count key="keys" value={totals.keys} />,
        <Count key="left" value={sum(0)} />,
        <Count key="right" value={sum(1)} />,
      ]}
    />
  );
}
