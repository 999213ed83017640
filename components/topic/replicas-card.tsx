"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { Card } from "@/components/ui/card.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { RowList } from "@/components/ui/row-list.tsx";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./topic.module.css";

const mostBrokers = 9;

function Part({ of, all, short }: { of: number; all: number; short: Tone }) {
  const t = useTranslations("topic.replicas");
  const format = useFormat();
  return (
    <span className={classes.inline}>
      {t("of", { part: format.count(of), all: format.count(all) })}
      <ToneIcon tone={of >= all ? "ok" : short} />
    </span>
  );
}

function Leaders({ brokers }: { brokers: TopicDetail["leadersByBroker"] }) {
  const t = useTranslations("topic.replicas");
  const format = useFormat();
  const counts = brokers.map(({ leaders }) => leaders);
  if (brokers.length > mostBrokers) {
    return t("range", {
      least: format.count(Math.min(...counts)),
      most: format.count(Math.max(...counts)),
      brokers: brokers.length,
    });
  }
  const tip = brokers.map(({ brokerId, leaders }) => t("leads", { broker: brokerId, leaders })).join("\n");
  return <span data-tip={tip}>{counts.map((count) => format.count(count)).join(", ")}</span>;
}

/** ReplicasCard is how well a topic is copied: replicas in sync, leaders where they belong, spread over brokers and racks. */
export function ReplicasCard({ detail }: { detail: TopicDetail }) {
  const t = useTranslations("topic.replicas");
  const { replicas, preferredLeaders, topic, racks, leadersByBroker } = detail;
  const row = (id: "inSync" | "preferred" | "leaders" | "racks", value: ReactNode) => ({ id, label: t(id), value });
  const wanted = racks ? Math.min(racks.known, topic.replicationFactor) : 0;
  const rows = [
    row("inSync", <Part of={replicas.inSync} all={replicas.total} short="warn" />),
    row("preferred", <Part of={preferredLeaders} all={topic.partitions} short="info" />),
    row("leaders", <Leaders brokers={leadersByBroker} />),
    ...(racks ? [row("racks", <Part of={racks.used} all={wanted} short="warn" />)] : []),
  ];
  return (
    <Card title={t("title")}>
      <RowList rows={rows} />
      {topic.replicationFactor === 1 ? <CheckLine tone="info">{t("single")}</CheckLine> : null}
    </Card>
  );
}
