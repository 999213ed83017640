"use client";

import { useTranslations } from "next-intl";
import { type RangeChoice, rangeMs, ranges } from "@/components/throughput/choices.ts";
import { ZoomedTime } from "@/components/throughput/zoomed-time.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import type { ReactNode } from "react";
import { type RangeSearch, toTimeAsk } from "./range-params.ts";
import { SampledSince } from "./sampled-since.tsx";

type RangeControlProps = {
  search: RangeSearch;
  /** When sampling began (ISO). */
  since?: string | null | undefined;
  onChange: (change: { range?: RangeChoice; from: Date | null; to: Date | null }) => void;
  children?: ReactNode;
};

/** RangeControl chooses how far back the charts of a page look, and leads out of a time that was chosen in one; `children` stand beside it. */
export function RangeControl({ search, since, onChange, children }: RangeControlProps) {
  const t = useTranslations("throughput");
  const { from, to } = search;
  const zoom = from && to && "from" in toTimeAsk(search) ? { from, to } : null;
  return (
    <Toolbar>
      <Segmented<RangeChoice | "">
        label={t("range")}
        value={zoom ? "" : search.range}
        options={ranges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
        onChange={(range) => range && onChange({ range, from: null, to: null })}
      />
      {zoom ? (
        <ZoomedTime zoom={zoom} onLive={() => onChange({ from: null, to: null })} />
      ) : (
        <SampledSince since={since} lastMs={rangeMs[search.range]} />
      )}
      {children}
    </Toolbar>
  );
}
