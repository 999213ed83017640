"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Broker } from "@/lib/api/brokers.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { ControllerMark } from "@/components/brokers/controller-mark.tsx";
import { calculateDiskUse, diskTone } from "@/components/brokers/shares.ts";
import { Card } from "@/components/ui/card.tsx";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { toneOf } from "@/components/ui/status-list.ts";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./broker-strip.module.css";
import { pickBrokers } from "./overview-figures.ts";

const most = 24;

const bold = { b: (text: ReactNode) => <b>{text}</b> };

type CellProps = { clusterId: string; broker: Broker };

function Disk({ broker }: { broker: Broker }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const use = calculateDiskUse(broker.diskTotalBytes, broker.diskUsableBytes);
  const share = use ? { width: `${use.share * 100}%` } : null;
  return (
    <div className={classes.disk} data-tone={use ? diskTone(use.share) : undefined}>
      <div className={classes.track} aria-hidden="true">
        {share ? <div className={classes.fill} style={share} /> : null}
      </div>
      {use ? t("brokers.disk", { share: format.share(use.share) }) : t("brokers.diskUnknown")}
    </div>
  );
}

function Cell({ clusterId, broker }: CellProps) {
  const t = useTranslations("overview");
  const status = useTranslations("status");
  const format = useFormat();
  const tone = toneOf(broker.status);
  return (
    <li className={classes.cell} data-tone={tone}>
      <div className={classes.head}>
        <Link
          className={classes.link}
          href={paths.broker(clusterId, broker.brokerId)}
          aria-label={t("brokers.open", { id: String(broker.brokerId) })}
        >
          {broker.brokerId}
        </Link>
        {broker.controller ? <ControllerMark /> : null}
        {broker.rack ? <span className={classes.rack}>{broker.rack}</span> : null}
        <span className={classes.status} data-tip={status(broker.status)}>
          <ToneIcon tone={tone} label={status(broker.status)} />
        </span>
      </div>
      <div className={classes.figures}>
        <span>{t("brokers.leaders", { count: broker.leaders, shown: format.count(broker.leaders) })}</span>
        <span className={classes.replicas}>
          {t("brokers.replicas", { count: broker.replicas, shown: format.count(broker.replicas) })}
        </span>
      </div>
      <Disk broker={broker} />
    </li>
  );
}

function Controller({ overview }: { overview: Overview }) {
  const t = useTranslations("overview");
  const { controllerId, quorum } = overview;
  if (quorum === null) return <span className={classes.controller}>{t("brokers.quorumUnknown")}</span>;
  const voters = { inStep: String(quorum.votersInStep), voters: String(quorum.voters) };
  return (
    <span className={classes.controller}>
      {controllerId === null
        ? t("brokers.noController")
        : t.rich("brokers.controller", { ...bold, ...voters, id: String(controllerId) })}
    </span>
  );
}

/** BrokerStrip is the brokers side by side, those that need a person tinted; more than 24 are cut to those with trouble first. */
export function BrokerStrip({ clusterId, overview }: { clusterId: string; overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const shown = pickBrokers(overview.brokers, most);
  const rest = overview.brokers.length - shown.length;
  return (
    <Card
      title={t("brokers.title")}
      subtitle={t("brokers.subtitle")}
      action={
        <>
          <Controller overview={overview} />
          {rest > 0 ? (
            <TextLink href={paths.brokers(clusterId)}>
              {t("all", { count: format.count(overview.brokers.length) })}
            </TextLink>
          ) : null}
        </>
      }
    >
      <ul className={classes.strip}>
        {shown.map((broker) => (
          <Cell key={broker.brokerId} clusterId={clusterId} broker={broker} />
        ))}
      </ul>
    </Card>
  );
}
