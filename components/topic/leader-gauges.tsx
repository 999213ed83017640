"use client";

import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { GaugeRow } from "./gauge-row.tsx";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";

type Brokers = TopicDetail["leadersByBroker"];

function Sentence({ brokers, all }: { brokers: Brokers; all: number }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  const [most, ...others] = brokers.toSorted((a, b) => b.leaders - a.leaders);
  if (!most || most.leaders === 0) return null;
  const leaders = format.count(most.leaders);
  if (others.every((broker) => broker.leaders === most.leaders)) return <span>{t("evenLeaders", { leaders })}</span>;
  return <span>{t("largest.leader", { broker: most.brokerId, leaders, all: format.count(all) })}</span>;
}

/** LeaderGauges is how many of a topic's partitions each broker leads, and how many have no leader. */
export function LeaderGauges({ name, detail }: { name: TopicName; detail: TopicDetail }) {
  const t = useTranslations("topic.partitionsCard");
  const format = useFormat();
  const { leadersByBroker: brokers, topic } = detail;
  const mean = brokers.reduce((sum, { leaders }) => sum + leaders, 0) / Math.max(1, brokers.length);
  const items = brokers.map(({ brokerId, leaders, replicas }) => ({
    id: String(brokerId),
    label: t("broker", { broker: brokerId }),
    value: leaders,
    display: t("leads", { leaders: format.count(leaders), replicas: format.count(replicas) }),
  }));
  const { offlinePartitions: leaderless } = topic;
  return (
    <>
      <GaugeRow label={t("label.leader")} items={items} mean={mean} meanLabel={format.rate(mean)} />
      <div className={classes.foot}>
        <Sentence brokers={brokers} all={topic.partitions} />
        {leaderless > 0 ? (
          <StatusBadge tone="crit">
            {t("leaderless", { count: leaderless, shown: format.count(leaderless) })}
          </StatusBadge>
        ) : null}
        <TextLink href={paths.topicPartitions(name.clusterId, name.topic, { sort: "leader" })}>{t("all")}</TextLink>
      </div>
    </>
  );
}
