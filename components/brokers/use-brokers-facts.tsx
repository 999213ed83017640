"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { BrokerList } from "@/lib/api/brokers.ts";
import { useFormat } from "@/components/ui/use-format.ts";

const bold = { b: (text: ReactNode) => <b>{text}</b> };

function sum(values: readonly (string | null)[]): bigint | null {
  return values.includes(null) ? null : values.reduce((total, value) => total + BigInt(value ?? 0), 0n);
}

type Fact = "brokers" | "up" | "controller" | "replicas" | "stored" | "storedOn";

/** useBrokersFacts is the line under the title: how many brokers are up, the controller, what they hold together. Sums are told only when every broker is on the page. */
export function useBrokersFacts(list: BrokerList | undefined): ReactNode[] {
  const t = useTranslations("brokers");
  const format = useFormat();
  if (!list) return [];
  const fact = (key: Fact, values: Record<string, string | number>) => (
    <Fragment key={key}>{t.rich(`facts.${key}`, { ...bold, ...values })}</Fragment>
  );
  const { controllerId, total, items } = list;
  const controller = controllerId === null ? t("facts.noController") : fact("controller", { id: String(controllerId) });
  if (total > items.length) return [fact("brokers", { count: format.count(total) }), controller];
  const live = items.filter(({ status }) => status !== "down");
  const up = format.count(live.length);
  const replicas = items.reduce((count, broker) => count + broker.replicas, 0);
  const size = sum(live.map(({ logSizeBytes }) => logSizeBytes));
  return [
    fact("up", { up, count: format.count(total) }),
    controller,
    fact("replicas", { count: replicas, shown: format.count(replicas) }),
    size === null ? null : fact(live.length < total ? "storedOn" : "stored", { size: format.bytes(size), up }),
  ];
}
