"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef } from "react";
import { ExportMenu } from "@/components/charts/export-menu.tsx";
import { RangeControl } from "@/components/charts/range-control.tsx";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import { RateChart } from "@/components/charts/rate-chart.tsx";
import { spanOf } from "@/components/charts/time-span.ts";
import { hasValues, totalOf } from "@/components/throughput/pick.ts";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { History } from "@/lib/api/history.ts";
import { GroupChoice } from "./group-choice.tsx";
import { topicThroughputParams } from "./throughput-params.ts";
import type { TopicName } from "./topic-name.ts";
import classes from "./topic.module.css";
import { useTopicThroughput } from "./use-topic-throughput.ts";

const HEIGHT = 220;

/** useLines is what the chart draws: for all groups what was due to them (or, where none reads, produced), for one group what was produced; and what was consumed. */
function useLines(history: History | undefined, ofGroup: History | undefined, group: string | null) {
  const t = useTranslations("topic.throughput");
  const due = history && group === null ? totalOf(history, "due") : undefined;
  const above = due ?? (history && totalOf(history, "produced"));
  const below = group === null ? history && totalOf(history, "consumed") : ofGroup && totalOf(ofGroup, "consumed");
  const name = group === null ? t("consumed") : t("consumedBy", { group });
  return {
    produced: { name: t(due ? "due" : "produced"), points: above?.points ?? [] },
    consumed: below && { name, points: below.points },
    several: due !== undefined,
  };
}

function Nothing({ history }: { history: History }) {
  const t = useTranslations("topic.throughput");
  const format = useFormat();
  return (
    <EmptyState title={t("nothing")}>
      {t("nothingDetail", { time: format.duration(history.sampledEveryMs) })}
    </EmptyState>
  );
}

/** ThroughputCard is what was written to a topic over time, and what its groups, or one of them, read of it. */
export function ThroughputCard({ name }: { name: TopicName }) {
  const t = useTranslations("topic.throughput");
  const charts = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useQueryStates(topicThroughputParams);
  const time = toTimeAsk(search);
  const { data, error, refetch } = useTopicThroughput(name, { by: "topic", ...time });
  const group = search.group === "" ? null : search.group;
  const ofGroup = useTopicThroughput(name, group === null ? null : { by: "topic", group, ...time });
  const { produced, consumed, several } = useLines(data, ofGroup.data, group);
  const title = t("title");
  const failure = error ?? ofGroup.error;
  const some = data !== undefined && hasValues(data);
  // The way back out of a zoom is also the browser's.
  const onRange = (from: number, to: number) =>
    void setSearch({ from: new Date(from), to: new Date(to) }, { history: "push" });
  return (
    <Card
      title={title}
      subtitle={t(several ? "subtitleAll" : "subtitle")}
      action={
        some ? (
          <ExportMenu
            title={title}
            file={`${name.topic}-throughput`}
            columns={() => [produced, ...(consumed ? [consumed] : [])]}
            charts={charts}
          />
        ) : null
      }
    >
      <div className={classes.controls}>
        <RangeControl search={search} since={data?.since} onChange={(change) => void setSearch(change)}>
          <GroupChoice name={name} group={group} onChange={(change) => void setSearch(change)} />
        </RangeControl>
      </div>
      {failure ? <ErrorNote error={failure} onRetry={() => Promise.all([refetch(), ofGroup.refetch()])} /> : null}
      {some ? (
        <div ref={charts}>
          <RateChart
            {...{ title, produced, consumed, onRange }}
            span={spanOf(data)}
            unit="records/s"
            events={data.events}
            height={HEIGHT}
          />
        </div>
      ) : null}
      {data && !some ? <Nothing history={data} /> : null}
      {data || failure ? null : <div className={classes.bone} style={{ height: HEIGHT + 24 }} />}
    </Card>
  );
}
