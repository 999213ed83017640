"use client";

import { useTranslations } from "next-intl";
import type { Broker } from "@/lib/api/brokers.ts";
import { Card } from "@/components/ui/card.tsx";
import { type Gauge, Gauges } from "@/components/ui/gauges.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { amountOf, calculateMean, isOutlier, type Measure, measures, skewOf } from "./balance.ts";
import classes from "./balance-card.module.css";
import { formatSkew } from "./skew.tsx";

function useGauges(brokers: readonly Broker[], measure: Measure): Gauge[] {
  const t = useTranslations("brokers");
  const format = useFormat();
  const { titleOf } = useProblem();
  const words = measure === "logSize" ? format.bytes : format.count;
  const reasonOf = (broker: Broker) =>
    broker.status === "down" ? t("isDown") : titleOf(broker.unknown["logSizeBytes"] ?? "UNREACHABLE");
  return brokers.map((broker) => {
    const value = amountOf(broker, measure);
    return {
      id: String(broker.brokerId),
      label: String(broker.brokerId),
      value,
      display: value === null ? "" : words(Math.round(value)),
      tone: isOutlier(broker, measure) ? "warn" : undefined,
      ...(value === null ? { reason: reasonOf(broker) } : {}),
    };
  });
}

// The dashed line of the mean ends with the last bar.
const widestBar = 92;

function Balance({ brokers, measure }: { brokers: readonly Broker[]; measure: Measure }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const items = useGauges(brokers, measure);
  const mean = calculateMean(brokers, measure);
  const shown = mean === null ? null : measure === "logSize" ? format.bytes(mean) : format.rate(mean);
  return (
    <figure className={classes.measure} style={{ maxWidth: `${brokers.length * widestBar}px` }}>
      <figcaption className={classes.caption}>
        {t(`balance.${measure}`)}
        {shown === null ? null : <span>{t("balance.mean", { value: shown })}</span>}
      </figcaption>
      <Gauges label={t(`balance.${measure}`)} items={items} {...(mean === null ? {} : { mean })} />
    </figure>
  );
}

function useVerdict(brokers: readonly Broker[]): string {
  const t = useTranslations("brokers");
  const found = measures.flatMap((measure) =>
    brokers
      .filter((broker) => isOutlier(broker, measure))
      .map((broker) =>
        t("balance.outlier", {
          measure: t(`balance.${measure}`),
          id: String(broker.brokerId),
          skew: formatSkew(skewOf(broker, measure) ?? 1),
        }),
      ),
  );
  return found.length > 0 ? found.slice(0, 3).join(" · ") : t("balance.even");
}

const few = 4;

/** BalanceCard compares brokers by leaders, replicas and log size, each on one true scale with the mean of the live ones. */
export function BalanceCard({ brokers }: { brokers: readonly Broker[] }) {
  const t = useTranslations("brokers");
  return (
    <Card title={t("balance.title")} subtitle={useVerdict(brokers)}>
      <div className={classes.measures} data-few={brokers.length <= few || undefined}>
        {measures.map((measure) => (
          <Balance key={measure} brokers={brokers} measure={measure} />
        ))}
      </div>
    </Card>
  );
}
