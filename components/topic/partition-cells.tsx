"use client";

import { IconUnlink } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Partition } from "@/lib/api/topics.ts";
import { ICON } from "@/components/ui/icon.ts";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import classes from "./topic.module.css";

type Field = "logStartOffset" | "lastStableOffset" | "highWatermark";

/** PartitionLeader is the broker that leads a partition, and the preferred one when it is another; without a leader, what follows from that. */
export function PartitionLeader({ row }: { row: Partition }) {
  const t = useTranslations("topic.partition");
  const format = useFormat();
  if (row.leader === null) {
    const brokers = format.list(row.replicas.toSorted((a, b) => a - b).map(String));
    return (
      <span className={classes.inline}>
        <span className={`${classes.inline} ${classes.crit}`}>
          <IconUnlink {...ICON} />
          {t("noLeader")}
        </span>
        <Unknown word={t("why")} reason={t("noLeaderWhy", { brokers, count: row.replicas.length })} />
      </span>
    );
  }
  return (
    <span className={classes.inline}>
      {row.leader}
      {row.leader === row.preferredLeader ? null : (
        <span className={classes.quiet}>{t("preferred", { broker: row.preferredLeader })}</span>
      )}
    </span>
  );
}

/** PartitionOffset is one of a partition's offsets, every digit of it. */
export function PartitionOffset({ row, field }: { row: Partition; field: Field }) {
  const format = useFormat();
  const { titleOf } = useProblem();
  const offset = row[field];
  if (offset === null) return <Unknown reason={titleOf(row.unknown[field] ?? "UNREACHABLE")} />;
  return <span className="hw-figure">{format.exact(offset)}</span>;
}

/** LastStableOffset is PartitionOffset for the last stable offset; below the high watermark it says on hover by how much, and why that can be. */
export function LastStableOffset({ row }: { row: Partition }) {
  const t = useTranslations("topic.partition");
  const format = useFormat();
  const { lastStableOffset: stable, highWatermark: end } = row;
  const open = stable === null || end === null ? 0n : BigInt(end) - BigInt(stable);
  if (stable === null || open <= 0n) return <PartitionOffset row={row} field="lastStableOffset" />;
  return (
    <span className="hw-figure" data-tip={t("open", { count: Number(open), shown: format.exact(open) })}>
      {format.exact(stable)}
    </span>
  );
}
