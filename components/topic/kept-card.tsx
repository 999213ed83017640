"use client";

import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { Card } from "@/components/ui/card.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import classes from "./kept-card.module.css";
import { type KeptView, viewKept } from "./kept-rule.ts";

function Sentence({ view }: { view: KeptView }) {
  const t = useTranslations("topic.kept");
  const format = useFormat();
  const { titleOf } = useProblem();
  const b = (text: React.ReactNode) => <b>{text}</b>;
  if (view.kind === "unknown") return <Unknown reason={titleOf(view.code)} />;
  if (view.kind === "time")
    return t.rich("time", { age: format.duration(view.ageMs), limit: format.duration(view.limitMs), b });
  if (view.kind === "size" || view.kind === "no-limit" || view.kind === "newest-per-key")
    return t.rich(view.kind, { age: format.duration(view.ageMs), b });
  return t(view.kind);
}

function Bar({ share }: { share: number }) {
  return (
    <div className={classes.track} aria-hidden="true">
      <div className={classes.fill} style={{ width: `${Math.min(1, share) * 100}%` }} />
    </div>
  );
}

/** KeptCard says how far back the topic reaches: the age of its oldest record, against what retention keeps. */
export function KeptCard({ detail }: { detail: TopicDetail }) {
  const t = useTranslations("topic.kept");
  const format = useFormat();
  const now = useNow();
  const { titleOf } = useProblem();
  const { kept, topic } = detail;
  const view = viewKept(topic, kept, now);
  return (
    <Card title={t("title")} subtitle={t("subtitle")}>
      <p className={classes.line}>
        <Sentence view={view} />
      </p>
      {view.kind === "time" ? <Bar share={view.share} /> : null}
      {kept.oldest && view.kind !== "future" ? (
        <p className={classes.hint}>
          {t("oldest", { partition: kept.oldest.partition })}{" "}
          <Moment at={Number(kept.oldest.timestamp)}>{format.time(Number(kept.oldest.timestamp), now)}</Moment>
        </p>
      ) : null}
      {view.kind === "time" && view.share > 1 ? <p className={classes.hint}>{t("segments")}</p> : null}
      {view.least ? (
        <p className={classes.hint}>
          {t("least", { partition: view.least.partition, age: format.duration(view.least.ageMs) })}
        </p>
      ) : null}
      {view.unknownPartitions > 0 && view.kind !== "unknown" ? (
        <p className={classes.hint}>
          {t("without", { count: view.unknownPartitions, reason: titleOf(kept.unknown ?? "UNREACHABLE") })}
        </p>
      ) : null}
    </Card>
  );
}
