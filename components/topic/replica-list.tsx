"use client";

import { IconCopyOff, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Partition } from "@/lib/api/topics.ts";
import { ICON } from "@/components/ui/icon.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { type Replica, replicasOf } from "./replica-state.ts";
import classes from "./replica-list.module.css";

const icons = { offline: IconPlugConnectedX, "out-of-sync": IconCopyOff, "in-sync": null };

function useTip(): (replica: Replica) => string {
  const t = useTranslations("topic.replica");
  const format = useFormat();
  return ({ brokerId, state, leads, sizeBytes, offsetLag }) =>
    [
      t("state", { broker: brokerId, state: t(`states.${leads ? "leader" : state}`) }),
      offsetLag === null || leads ? "" : t("lag", { count: Number(offsetLag), shown: format.exact(offsetLag) }),
      sizeBytes === null ? "" : format.bytes(sizeBytes),
    ]
      .filter(Boolean)
      .join(" · ");
}

/** ReplicaList is the brokers that hold a partition, its preferred leader first: those out of sync and those down are marked; hover says how far behind each is. */
export function ReplicaList({ partition }: { partition: Partition }) {
  const tip = useTip();
  return (
    <ul className={classes.replicas}>
      {replicasOf(partition).map((replica) => {
        const Icon = icons[replica.state];
        return (
          <li
            key={replica.brokerId}
            className={classes.replica}
            data-state={replica.state}
            data-leads={replica.leads || undefined}
            data-tip={tip(replica)}
          >
            {Icon ? <Icon {...ICON} size={13} /> : null}
            <span aria-hidden="true">{replica.brokerId}</span>
            <span className="hw-hidden">{tip(replica)}</span>
          </li>
        );
      })}
    </ul>
  );
}
