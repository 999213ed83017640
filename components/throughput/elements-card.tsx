"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { History } from "@/lib/api/history.ts";
import { ExportMenu } from "@/components/charts/export-menu.tsx";
import { type Layer, largestNames, layersOf } from "@/components/charts/stack.ts";
import { StackedChart } from "@/components/charts/stacked-chart.tsx";
import { spanOf } from "@/components/charts/time-span.ts";
import { Card } from "@/components/ui/card.tsx";
import type { Element, MeasureChoice } from "./choices.ts";
import { partsOf, subtitleKey, writtenMeasure } from "./pick.ts";
import classes from "./throughput.module.css";

type ElementsCardProps = {
  history: History;
  by: Element;
  measure: MeasureChoice;
  onRange: (from: number, to: number) => void;
};

function useStacks(history: History, by: Element, choice: MeasureChoice) {
  const t = useTranslations("throughput");
  const measure = writtenMeasure(history, choice);
  const { written, read } = useMemo(() => {
    const parts = partsOf(history, measure);
    const names = largestNames(parts);
    const reading = measure === "bytes" ? "bytesOut" : "consumed";
    return { written: layersOf(parts, names), read: layersOf(partsOf(history, reading), names) };
  }, [history, measure]);
  const titles = { produced: "producedBy", due: "dueBy", bytes: "bytesBy" } as const;
  const title = t(`${titles[measure as keyof typeof titles]}.${by}`);
  const unit = measure === "bytes" ? ("bytes/s" as const) : ("records/s" as const);
  const above = { title, layers: written, unit };
  const below = { title: t(`${measure === "bytes" ? "bytesOutBy" : "consumedBy"}.${by}`), layers: read, unit };
  return read.length === 0 ? [above] : [above, below];
}

/** ElementsCard divides the throughput by topic, group or broker: what was written, and under it in the same colours what was read. */
export function ElementsCard({ history, by, measure, onRange }: ElementsCardProps) {
  const t = useTranslations("throughput");
  const words = useTranslations("charts");
  const charts = useRef<HTMLDivElement>(null);
  const stacks = useStacks(history, by, measure);
  const span = spanOf(history);
  const title = stacks[0]!.title;
  const nameOf = ({ name, place }: Layer) => (place === null ? words("others") : name);
  const columns = () =>
    stacks.flatMap((stack) =>
      stack.layers.map((layer) => ({ name: `${stack.title}: ${nameOf(layer)}`, points: layer.points })),
    );
  return (
    <Card
      title={title}
      subtitle={t(subtitleKey(history, stacks[0]!.unit))}
      action={<ExportMenu title={title} file={`throughput-by-${by}`} columns={columns} charts={charts} />}
    >
      <div className={classes.charts} ref={charts}>
        {stacks.map((stack, index) => (
          <div key={stack.title}>
            {index > 0 ? <h3 className={classes.second}>{stack.title}</h3> : null}
            <StackedChart {...stack} span={span} onRange={onRange} height={index === 0 ? 240 : 180} />
          </div>
        ))}
      </div>
    </Card>
  );
}
