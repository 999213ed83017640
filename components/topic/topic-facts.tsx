"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Topic } from "@/lib/api/topics.ts";

import { assessRetention } from "@/components/topics/retention-rule.ts";
import { TopicRecords } from "@/components/topics/topic-cells.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";

const b = (figure: ReactNode) => <b>{figure}</b>;

function useRetention(topic: Topic): ReactNode {
  const t = useTranslations("topic.facts");
  const format = useFormat();
  const rule = assessRetention(topic);
  if (rule.kind === "unknown") return null;
  if (rule.kind !== "limit") return t(rule.kind);
  const time = rule.ms === null ? null : <span>{t.rich("after", { time: format.duration(rule.ms), b })}</span>;
  const size = rule.bytes === null ? null : <span>{t.rich("over", { size: format.binaryBytes(rule.bytes), b })}</span>;
  const either =
    time && size ? <span>{t.rich("either", { time: () => time, size: () => size })}</span> : (time ?? size);
  return (
    <>
      {topic.cleanupPolicy.includes("compact") ? `${t("newest-per-key")}, ` : null}
      {t.rich("deletes", { when: () => either })}
    </>
  );
}

/** useTopicFacts is the line under a topic's name: partitions, replication, records, size, retention. */
export function useTopicFacts(topic: Topic): ReactNode[] {
  const t = useTranslations("topic.facts");
  const format = useFormat();
  const { titleOf } = useProblem();
  const retention = useRetention(topic);
  const { partitions, replicationFactor, minInsyncReplicas: minIsr, unknown } = topic;
  const { sizeBytes: oneCopy, sizeWithReplicasBytes: size } = topic;
  const missing = (code: string | undefined) => <Unknown reason={titleOf(code ?? "UNREACHABLE")} />;
  const records = (
    <b>
      <TopicRecords topic={topic} />
    </b>
  );
  return [
    <span key="partitions">{t.rich("partitions", { count: partitions, shown: format.count(partitions), b })}</span>,
    <span key="replication">
      {minIsr === null
        ? t.rich("replication", { replicas: replicationFactor, b })
        : t.rich("replicationMinIsr", { replicas: replicationFactor, minIsr, b })}
    </span>,
    <span key="records">{t.rich("records", { figure: () => records })}</span>,
    <span key="size">
      {size === null && oneCopy !== null
        ? t.rich("sizeOneCopy", { figure: () => b(format.bytes(oneCopy)) })
        : t.rich("size", {
            figure: () => (size === null ? missing(unknown.sizeWithReplicasBytes) : b(format.bytes(size))),
          })}
    </span>,
    retention ? <span key="retention">{retention}</span> : null,
  ];
}
