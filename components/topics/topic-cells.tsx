"use client";

import { useTranslations } from "next-intl";
import type { Topic } from "@/lib/api/topics.ts";
import { Sparkline } from "@/components/charts/sparkline.tsx";
import { Bytes, Count } from "@/components/ui/figures.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { AtMostCount } from "./at-most-count.tsx";
import classes from "./topics.module.css";

/** TopicRecords is how many records a topic holds, "≤" when compaction has taken some of them, "+ ?" when some partitions are not known. */
export function TopicRecords({ topic }: { topic: Topic }) {
  const { titleOf } = useProblem();
  return (
    <AtMostCount
      value={topic.messages}
      atMost={topic.messagesAtMost}
      without={topic.unknownPartitions}
      reason={titleOf(topic.unknown.messages ?? "UNREACHABLE")}
    />
  );
}

/** TopicSize is the size of a topic's leaders' logs; hover gives it with every replica. */
export function TopicSize({ topic }: { topic: Topic }) {
  const t = useTranslations("topics");
  const format = useFormat();
  const { titleOf } = useProblem();
  const { sizeBytes, sizeWithReplicasBytes } = topic;
  if (sizeBytes === null) return <Unknown reason={titleOf(topic.unknown.sizeBytes ?? "UNREACHABLE")} />;
  if (sizeWithReplicasBytes === null) return <Bytes value={sizeBytes} />;
  return (
    <span
      className="hw-figure"
      data-tip={t("sizeTip", { exact: format.exact(sizeBytes), all: format.bytes(sizeWithReplicasBytes) })}
    >
      {format.bytes(sizeBytes)}
    </span>
  );
}

/** TopicRate is how many records a second were written to a topic in the last minute, beside the line of its last hour. */
export function TopicRate({ topic }: { topic: Topic }) {
  const t = useTranslations("topics");
  const format = useFormat();
  const { producedPerSecond: rate = null, producedTrend: trend = [] } = topic;
  if (rate === null) return <Unknown reason={t("notSampled")} />;
  return (
    <span className={classes.rate}>
      <Sparkline
        points={trend.map((value, index) => [index, value])}
        tone={rate === 0 ? "unknown" : "water"}
        width={60}
        height={20}
      />
      <span className={rate === 0 ? classes.quiet : "hw-figure"}>{format.rate(rate)}</span>
    </span>
  );
}

/** CleanupPolicy is how a topic's log is cleaned, as Kafka writes it. */
export function CleanupPolicy({ topic }: { topic: Topic }) {
  const { titleOf } = useProblem();
  if (topic.cleanupPolicy.length > 0) return <Tag>{topic.cleanupPolicy.join(", ")}</Tag>;
  return <Unknown reason={titleOf(topic.unknown.cleanupPolicy ?? "UNREACHABLE")} />;
}

/** TopicReaders is how many groups read a topic. */
export function TopicReaders({ topic }: { topic: Topic }) {
  const t = useTranslations("topics");
  if (topic.groups === 0) return <span className={classes.quiet}>{t("noGroups")}</span>;
  return <Count value={topic.groups} reason={t("groupsUnknown")} />;
}

/** LargestLag is the largest lag among a topic's groups; without a group no value applies. */
export function LargestLag({ topic }: { topic: Topic }) {
  const t = useTranslations("topics");
  if (topic.groups === 0) return <NoValue />;
  if (topic.groups == null) return <Unknown reason={t("groupsUnknown")} />;
  if (topic.largestLag != null) return <Count value={topic.largestLag} />;
  if (topic.unknownPartitions > 0) return <Unknown reason={t("offsetsUnknown")} />;
  return <span className={classes.quiet}>{t("noCommit")}</span>;
}
