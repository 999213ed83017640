"use client";

import { useTranslations } from "next-intl";
import type { Reason } from "@/lib/api/common.ts";
import { paths } from "@/lib/paths.ts";
import { Card } from "@/components/ui/card.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { type Format, useFormat } from "@/components/ui/use-format.ts";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";

/** ReasonCode is a finding that stands at the head of the overview; a hot partition is told of beside the gauges, a single copy beside the replicas. */
const codes = ["OFFLINE_PARTITIONS", "BELOW_MIN_ISR", "UNDER_REPLICATED", "OFFSETS_UNKNOWN"] as const;
type ReasonCode = (typeof codes)[number];

const seenInPartitions: readonly ReasonCode[] = ["OFFLINE_PARTITIONS", "BELOW_MIN_ISR", "UNDER_REPLICATED"];

function isKnown(reason: Reason): reason is Reason & { code: ReasonCode } {
  return codes.some((code) => code === reason.code);
}

const wordsOf = (format: Format, values: Reason["values"]) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? format.count(value) : value]),
  );

/** TopicReasons says why a topic's status is what it is, each cause in a sentence with its figures. Without a cause it is not there. */
export function TopicReasons({ name, reasons }: { name: TopicName; reasons: readonly Reason[] }) {
  const t = useTranslations("topic.reasons");
  const format = useFormat();
  const known = reasons.filter(isKnown);
  if (known.length === 0) return null;
  return (
    <Card>
      <div className={classes.lines}>
        {known.map(({ code, severity, values }, index) => (
          <CheckLine key={code} tone={severity}>
            <span className={classes.line}>
              {t(code, { count: Number(values.partitions ?? 0), ...wordsOf(format, values) })}
              {index === 0 && seenInPartitions.includes(code) ? (
                <TextLink href={paths.topicPartitions(name.clusterId, name.topic, { sort: "status" })}>
                  {t("see")}
                </TextLink>
              ) : null}
            </span>
          </CheckLine>
        ))}
      </div>
    </Card>
  );
}
