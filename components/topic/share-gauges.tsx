"use client";

import { IconFlame } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import type { Gauge } from "@/components/ui/gauges.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { type Format, useFormat } from "@/components/ui/use-format.ts";
import { GaugeRow } from "./gauge-row.tsx";
import type { GaugeView } from "./gauge-view.ts";
import { calculateShares, largestShares, mostGauges, type PartitionShare, type Shares } from "./partition-shares.ts";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";

type Words = ReturnType<typeof useTranslations<"topic.partitionsCard">>;
type ShareView = Exclude<GaugeView, "leader" | "writes">;

const fields = { records: "messages", size: "sizeBytes" } as const;
const sorts = { records: "-messages", size: "-sizeBytes" } as const;
const even = 1.5;

function toGauge(t: Words, format: Format, view: ShareView, row: PartitionShare, hot: boolean): Gauge {
  const item = { id: String(row.partition), label: `p${row.partition}` };
  if (row.value === null || row.share === null) {
    const reason = t(row.leader === null ? "noLeader" : "unknown");
    return { ...item, value: null, display: reason, reason };
  }
  const share = format.share(row.share);
  if (hot) return { ...item, value: row.share, display: share, tone: "warn" };
  const records = () => t("records", { count: Number(row.value), shown: format.count(row.value ?? 0) });
  return { ...item, value: row.share, display: `${share}, ${view === "size" ? format.bytes(row.value) : records()}` };
}

function Sentence({ shares, view, hot }: { shares: Shares; view: ShareView; hot: boolean }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  const { largest, partitions } = shares;
  if (!largest) return <span>{t("nothing")}</span>;
  if (partitions.length === 1) return <span>{t("single")}</span>;
  const { partition, timesMean } = largest;
  const share = format.share(largest.share);
  if (timesMean < even && !hot) return <span>{t("even", { share })}</span>;
  const sentence = t(`largest.${view}`, { partition, share, times: format.rate(timesMean) });
  return hot ? (
    <StatusBadge tone="warn" icon={IconFlame}>
      {sentence}
    </StatusBadge>
  ) : (
    <span>{sentence}</span>
  );
}

/** ShareGauges is what each partition holds of its topic's records or size, the hot one told apart and named. */
export function ShareGauges({ name, detail, view }: { name: TopicName; detail: TopicDetail; view: ShareView }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  const shares = calculateShares(detail.partitionShares, fields[view]);
  const { partitions, mean, largest } = shares;
  const hot = detail.topic.hotPartition?.partition;
  const isHot = largest !== null && largest.partition === hot;
  return (
    <>
      <GaugeRow
        label={t(`label.${view}`)}
        items={largestShares(partitions).map((row) => toGauge(t, format, view, row, isHot && row.partition === hot))}
        mean={largest ? mean : 0}
        meanLabel={format.share(mean)}
      />
      <div className={classes.foot}>
        <Sentence shares={shares} view={view} hot={isHot} />
        {partitions.length > mostGauges ? (
          <span className={classes.quiet}>
            {t("drawn", { shown: format.count(mostGauges), all: format.count(partitions.length) })}
          </span>
        ) : null}
        <TextLink href={paths.topicPartitions(name.clusterId, name.topic, { sort: sorts[view] })}>{t("all")}</TextLink>
      </div>
    </>
  );
}
