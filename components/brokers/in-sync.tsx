"use client";

import { useTranslations } from "next-intl";
import type { Broker } from "@/lib/api/brokers.ts";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./in-sync.module.css";
import { inSyncShare } from "./shares.ts";

/** InSync is the share of a broker's replicas that are in sync, amber when one is not; the counts on hover. */
export function InSync({ broker }: { broker: Broker }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const share = inSyncShare(broker);
  if (share === null) return <NoValue />;
  const counts = { inSync: format.exact(broker.inSyncReplicas), replicas: format.exact(broker.replicas) };
  return (
    <span className={classes.share} data-behind={share < 1 || undefined} data-tip={t("inSyncHint", counts)}>
      {format.share(share)}
    </span>
  );
}
