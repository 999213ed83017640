"use client";

import { useTranslations } from "next-intl";
import type { Broker } from "@/lib/api/brokers.ts";
import { Bytes, Count } from "@/components/ui/figures.tsx";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useUnknownReason } from "./broker-columns.tsx";
import { calculateDiskUse, diskTone, inSyncShare } from "./shares.ts";
import { useSkewWords } from "./skew.tsx";

function DiskKpi({ broker }: { broker: Broker }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const reasonOf = useUnknownReason();
  const use = calculateDiskUse(broker.diskTotalBytes, broker.diskUsableBytes);
  if (!use)
    return <Kpi label={t("diskUsed")} value={<Unknown reason={reasonOf(broker, "diskTotalBytes")} />} tone="unknown" />;
  return (
    <Kpi
      label={t("diskUsed")}
      value={format.share(use.share)}
      tone={diskTone(use.share)}
      hint={t("diskHint", { usable: format.bytes(use.usableBytes), total: format.bytes(use.totalBytes) })}
    />
  );
}

function InSyncKpi({ broker }: { broker: Broker }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const share = inSyncShare(broker);
  return (
    <Kpi
      label={t("inSync")}
      value={format.count(broker.inSyncReplicas)}
      unit={t("of", { total: format.count(broker.replicas) })}
      tone={share !== null && share < 1 ? "warn" : undefined}
      hint={share === null ? undefined : format.share(share)}
    />
  );
}

/** BrokerKpis is the strip of a broker's key figures, each with how far it is from the mean of the live brokers. */
export function BrokerKpis({ broker }: { broker: Broker }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const skewWords = useSkewWords();
  const reasonOf = useUnknownReason();
  return (
    <KpiStrip label={t("keyFigures")}>
      <Kpi
        label={t("balance.leaders")}
        value={<Count value={broker.leaders} />}
        unit={t("preferredOf", { count: format.count(broker.preferredLeaders) })}
        hint={skewWords(broker.leaderSkew)}
      />
      <Kpi
        label={t("balance.replicas")}
        value={<Count value={broker.replicas} />}
        hint={skewWords(broker.replicaSkew)}
      />
      <InSyncKpi broker={broker} />
      <Kpi
        label={t("balance.logSize")}
        value={<Bytes value={broker.logSizeBytes} reason={reasonOf(broker, "logSizeBytes")} />}
        tone={broker.logSizeBytes === null ? "unknown" : undefined}
        hint={skewWords(broker.logSizeSkew)}
      />
      <DiskKpi broker={broker} />
    </KpiStrip>
  );
}
