"use client";

import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { Card } from "@/components/ui/card.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { gaugeParam, gaugeViews } from "./gauge-view.ts";
import { LeaderGauges } from "./leader-gauges.tsx";
import { ShareGauges } from "./share-gauges.tsx";
import type { TopicName } from "./topic-name.ts";

/** PartitionsCard compares a topic's partitions: their share of its records or its size, or the brokers that lead them. */
export function PartitionsCard({ name, detail }: { name: TopicName; detail: TopicDetail }) {
  const t = useTranslations("topic.partitionsCard");
  const [view, setView] = useQueryState("by", gaugeParam);
  const options = gaugeViews.map((value) => ({ value, label: t(`views.${value}`) }));
  return (
    <Card
      title={t("title")}
      subtitle={t(`subtitle.${view}`)}
      action={<Segmented label={t("viewLabel")} value={view} options={options} onChange={(next) => setView(next)} />}
    >
      {view === "leader" ? (
        <LeaderGauges name={name} detail={detail} />
      ) : (
        <ShareGauges name={name} detail={detail} view={view} />
      )}
    </Card>
  );
}
