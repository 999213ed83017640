"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import type { TopicSettings } from "@/lib/api/configs.ts";
import type { CreateTopicResult } from "@/lib/api/topics.ts";
import { type BrokerShare, sharesOf } from "./estimate.ts";
import classes from "./placement.module.css";

const MOST_ROWS = 9;

function Row({ share, most }: { share: BrokerShare; most: number }) {
  const t = useTranslations("create.placement");
  const format = useFormat();
  const { brokerId, rack, now, added } = share;
  const width = (count: number) => `${(count / most) * 100}%`;
  return (
    <tr>
      <th scope="row">
        {t("broker", { id: brokerId })}
        {rack === null ? null : <span className={classes.rack}>{rack}</span>}
      </th>
      <td className={classes.barCell} aria-hidden="true">
        <span className={classes.bar}>
          <span className={classes.now} style={{ width: width(now) }} />
          <span className={classes.added} style={{ width: width(added) }} />
        </span>
      </td>
      <td className={classes.figure}>{t("change", { before: format.exact(now), after: format.exact(now + added) })}</td>
    </tr>
  );
}

/** Placement is how many replicas each broker holds now and about how many with the new topic; a table while the brokers are few. */
export function Placement({ result, settings }: { result: CreateTopicResult; settings: TopicSettings }) {
  const t = useTranslations("create.placement");
  const format = useFormat();
  const shares = sharesOf(result, settings);
  const most = Math.max(1, ...shares.map(({ now, added }) => now + added));
  const added = format.exact(result.partitions * result.replicationFactor);
  return (
    <div className={classes.placement}>
      <p className={classes.head}>
        <span>{t("title")}</span>
        <span>{t("added", { count: added, each: format.exact(shares[0]?.added ?? 0) })}</span>
      </p>
      {shares.length > MOST_ROWS ? null : (
        <table className={classes.table} aria-label={t("title")}>
          <tbody>
            {shares.map((share) => (
              <Row key={share.brokerId} share={share} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
