"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { BrokerDetail } from "@/lib/api/brokers.ts";
import { CopyName } from "@/components/ui/copy-button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Status } from "@/components/ui/status.tsx";
import { TabsNav } from "@/components/ui/tabs-nav.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { paths } from "@/lib/paths.ts";
import { addressOf } from "./broker-columns.tsx";

const bold = { b: (text: ReactNode) => <b>{text}</b> };

function useFacts(detail: BrokerDetail | undefined): ReactNode[] {
  const t = useTranslations("brokers");
  if (!detail) return [];
  const { broker, kafkaVersion } = detail;
  const address = addressOf(broker);
  return [
    address === null ? null : (
      <CopyName key="address" name={address}>
        <code>{address}</code>
      </CopyName>
    ),
    broker.rack === null ? null : (
      <Fragment key="rack">{t.rich("facts.rack", { ...bold, rack: broker.rack })}</Fragment>
    ),
    kafkaVersion === null ? null : (
      <Fragment key="kafka">{t.rich("facts.kafka", { ...bold, version: kafkaVersion })}</Fragment>
    ),
  ];
}

type BrokerHeaderProps = { clusterId: string; brokerId: number; detail: BrokerDetail | undefined };

/** BrokerHeader is the head of a broker's pages: its name, status, address and rack, and the ways to its pages. */
export function BrokerHeader({ clusterId, brokerId, detail }: BrokerHeaderProps) {
  const t = useTranslations("brokers");
  const name = t("name", { id: String(brokerId) });
  const facts = useFacts(detail);
  const status = detail ? (
    <>
      <Status status={detail.broker.status} variant="pill" />
      {detail.broker.controller ? <Tag tip={t("controllerHint")}>{t("controller")}</Tag> : null}
    </>
  ) : null;
  return (
    <div>
      <PageHeader title={name} status={status} facts={facts} />
      <TabsNav
        label={name}
        tabs={[
          { href: paths.broker(clusterId, brokerId), label: t("tabs.overview") },
          { href: paths.brokerConfigs(clusterId, brokerId), label: t("tabs.configs") },
        ]}
      />
    </div>
  );
}
