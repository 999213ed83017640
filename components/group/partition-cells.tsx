"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { LagCount } from "@/components/groups/lag-count.tsx";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupPartition } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import { splitAnomalies } from "./anomalies.ts";
import { AnomalyNotes } from "./anomaly-notes.tsx";
import { clientHost } from "./client-host.ts";
import classes from "./partitions-card.module.css";
import { useAnomalyWords } from "./use-anomaly-words.ts";

/** PartitionName names a partition: alone under its topic's heading, with its topic elsewhere. */
export function PartitionName({ clusterId, row, alone }: { clusterId: string; row: GroupPartition; alone: boolean }) {
  const { topic, partition } = row;
  if (alone) return `p${partition}`;
  return (
    <span className={classes.partition}>
      <Link className={classes.topic} href={paths.topic(clusterId, topic)} title={topic} prefetch={false}>
        {topic}
      </Link>
      <span>p{partition}</span>
    </span>
  );
}

/** Owner is the member that a partition is assigned to: client id and host (on hover alone when `short`); its member id on hover. */
export function Owner({ row, short }: { row: GroupPartition; short: boolean }) {
  const t = useTranslations("group.partitions");
  if (row.memberId === null) return <span className={classes.quiet}>{t("noOwner")}</span>;
  const { memberId: id } = row;
  const host = clientHost(row.host ?? "");
  return (
    <span className={classes.ownerCell}>
      <span className={classes.owner} data-tip={t("ownerHint", { id, host })}>
        <span className={classes.client}>{row.clientId}</span>
        {short ? null : <code className={classes.host}>{host}</code>}
      </span>
      <span className={classes.copy}>
        <CopyButton value={id} label={t("copyMember", { id })} />
      </span>
    </span>
  );
}

/** Offset is an offset, always whole. Null is "unknown" with its reason, or a dash where none applies. */
export function Offset({ value, reason }: { value: string | null; reason?: string | undefined }) {
  const format = useFormat();
  if (value !== null) return <span className="hw-figure">{format.exact(value)}</span>;
  return reason === undefined ? <NoValue /> : <Unknown reason={reason} />;
}

/** EndOfLog is one of the ends of a partition's log; unknown with the anomaly that is the reason. */
export function EndOfLog({ row, value }: { row: GroupPartition; value: string | null }) {
  const { explain } = useAnomalyWords();
  const reason = row.anomalies.find((anomaly) => anomaly !== "no-commit");
  return <Offset value={value} reason={reason ? explain(reason, row) : ""} />;
}

function toneOf({ lost, anomalies }: GroupPartition): "crit" | "warn" | undefined {
  if (lost !== null && lost !== "0") return "crit";
  return anomalies.includes("beyond-end") ? "warn" : undefined;
}

/** PartitionLag is a partition's lag with its bar, on the scale of the group's largest; a word with its reason where there is none. */
export function PartitionLag({ row, max }: { row: GroupPartition; max: string }) {
  const { lagWordOf, explain } = useAnomalyWords();
  if (row.lag === null) {
    const anomaly = splitAnomalies(row).instead ?? "not-read";
    return <Unknown word={lagWordOf(anomaly)} reason={explain(anomaly, row)} />;
  }
  return (
    <BarCell value={Number(row.lag)} max={Number(max)} tone={toneOf(row)}>
      <span className={classes.figure}>
        <LagCount lag={row.lag} atMost={row.lagAtMost} />
      </span>
    </BarCell>
  );
}

/** Lost is how many records of a partition were deleted before the group read them. */
export function Lost({ row }: { row: GroupPartition }) {
  if (row.lost === null) return <NoValue />;
  return (
    <span className={row.lost === "0" ? classes.quiet : classes.lost}>
      <Count value={row.lost} />
    </span>
  );
}

/** Notes are a partition's anomalies that stand beside its figures. */
export function Notes({ row }: { row: GroupPartition }) {
  return <AnomalyNotes row={row} anomalies={splitAnomalies(row).beside} />;
}
