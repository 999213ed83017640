"use client";

import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { gaugeParam, type GaugeView, gaugeViewOf, gaugeViews } from "./gauge-view.ts";
import { LeaderGauges } from "./leader-gauges.tsx";
import { ShareGauges } from "./share-gauges.tsx";
import type { TopicName } from "./topic-name.ts";
import { WriteGauges } from "./write-gauges.tsx";

type PartitionsCardProps = { name: TopicName; detail: TopicDetail };

function View({ name, detail, view }: { name: TopicName; detail: TopicDetail; view: GaugeView }) {
  if (view === "leader") return <LeaderGauges name={name} detail={detail} />;
  if (view === "writes") return <WriteGauges name={name} detail={detail} />;
  return <ShareGauges name={name} detail={detail} view={view} />;
}

/** PartitionsCard compares a topic's partitions: their share of its writes, its records or its size, or the brokers that lead them. */
export function PartitionsCard({ name, detail }: PartitionsCardProps) {
  const t = useTranslations("topic.partitionsCard");
  // Samples alone tell of writes.
  const sampled = useHistoryKept();
  const [asked, setView] = useQueryState("by", gaugeParam);
  const view = gaugeViewOf(asked, sampled);
  const options = gaugeViews
    .filter((value) => sampled || value !== "writes")
    .map((value) => ({ value, label: t(`views.${value}`) }));
  return (
    <Card
      title={t("title")}
      subtitle={t(`subtitle.${view}`)}
      action={<Segmented label={t("viewLabel")} value={view} options={options} onChange={(next) => setView(next)} />}
    >
      <View name={name} detail={detail} view={view} />
    </Card>
  );
}
