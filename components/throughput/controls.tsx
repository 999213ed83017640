"use client";

import { useTranslations } from "next-intl";
import { FilterChip } from "@/components/ui/filter-chip.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { type Element, elements, type MeasureChoice, measures, type RangeChoice, ranges } from "./choices.ts";
import { ZoomedTime } from "./zoomed-time.tsx";

/** ThroughputChoice is what a reader has chosen to see; `zoom` stands in for the range. */
export type ThroughputChoice = {
  by: Element;
  measure: MeasureChoice;
  range: RangeChoice;
  zoom: { from: Date; to: Date } | null;
  topic: string | null;
};

type ControlsProps = {
  choice: ThroughputChoice;
  /** Whether bytes were measured, and counted or estimated: without them there is nothing to choose. */
  bytes: "counted" | "estimated" | null;
  onChange: (change: Partial<ThroughputChoice>) => void;
};

/** Controls choose what the page of throughput shows: how far back, of what, counted in what. */
export function Controls({ choice, bytes, onChange }: ControlsProps) {
  const t = useTranslations("throughput");
  const { by, measure, range, zoom, topic } = choice;
  return (
    <Toolbar>
      <Segmented<RangeChoice | "">
        label={t("range")}
        value={zoom ? "" : range}
        options={ranges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
        onChange={(value) => value && onChange({ range: value, zoom: null })}
      />
      <Segmented
        label={t("by")}
        value={by}
        options={elements.map((value) => ({ value, label: t(`elements.${value}`) }))}
        onChange={(value) => onChange({ by: value })}
      />
      {bytes ? (
        <Segmented
          label={t("measure")}
          value={measure}
          options={measures.map((value) => ({
            value,
            label: t(`measures.${value === "bytes" && bytes === "counted" ? "counted" : value}`),
          }))}
          onChange={(value) => onChange({ measure: value })}
        />
      ) : null}
      {topic ? <FilterChip name={t("topic")} value={topic} onRemove={() => onChange({ topic: null })} /> : null}
      {zoom ? <ZoomedTime zoom={zoom} onLive={() => onChange({ zoom: null })} /> : null}
    </Toolbar>
  );
}
