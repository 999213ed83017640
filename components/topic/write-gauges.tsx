"use client";

import { IconFlame } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import type { Gauge } from "@/components/ui/gauges.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { GaugeRow } from "./gauge-row.tsx";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";
import { useTopicThroughput } from "./use-topic-throughput.ts";
import { writeShares, type WriteShare, type WriteShares } from "./write-shares.ts";

const HOUR = { lastMs: 3_600_000 };
const EVEN = 1.5;

function Sentence({ shares: { largest, partitions } }: { shares: WriteShares }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  if (!largest) return <span>{t("noWrites")}</span>;
  if (partitions.length === 1) return <span>{t("single")}</span>;
  const { partition, timesMean, hot } = largest;
  const share = format.share(largest.share);
  if (timesMean < EVEN) return <span>{t("even", { share })}</span>;
  const sentence = t("largest.writes", { partition, share, times: format.rate(timesMean) });
  if (!hot) return <span>{sentence}</span>;
  return (
    <StatusBadge tone="warn" icon={IconFlame}>
      {sentence}
    </StatusBadge>
  );
}

function useGauge({ largest }: WriteShares) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  return ({ partition, rate, share }: WriteShare): Gauge => {
    const item = { id: String(partition), label: `p${partition}` };
    if (rate === null || share === null) {
      const reason = t("notSampled");
      return { ...item, value: null, display: reason, reason };
    }
    const shown = format.share(share);
    if (largest?.hot && largest.partition === partition) return { ...item, value: share, display: shown, tone: "warn" };
    return { ...item, value: share, display: `${shown}, ${format.rate(rate)}/s` };
  };
}

/** WriteGauges is what each partition took of its topic's writes in the last hour, the hot one told apart and named. */
export function WriteGauges({ name, detail }: { name: TopicName; detail: TopicDetail }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  const { data, error, refetch } = useTopicThroughput(name, { by: "partition", ...HOUR });
  const shares = writeShares(data?.partitions ?? [], detail.topic.partitions);
  const toGauge = useGauge(shares);
  if (!data && error) return <ErrorNote error={error} onRetry={refetch} />;
  if (!data) return <div className={classes.bone} data-shape="gauges" role="status" aria-label={t("waiting")} />;
  return (
    <>
      <GaugeRow
        label={t("label.writes")}
        items={shares.partitions.map(toGauge)}
        mean={shares.largest ? shares.mean : 0}
        meanLabel={format.share(shares.mean)}
      />
      <div className={classes.foot}>
        <Sentence shares={shares} />
        <TextLink href={paths.topicPartitions(name.clusterId, name.topic)}>{t("all")}</TextLink>
      </div>
    </>
  );
}
