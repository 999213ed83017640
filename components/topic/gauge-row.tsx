"use client";

import { type Gauge, Gauges } from "@/components/ui/gauges.tsx";

const widest = 92;

type GaugeRowProps = { label: string; items: readonly Gauge[]; mean: number; meanLabel: string };

/** GaugeRow is Gauges whose line of the mean ends where the gauges do, however few; one gauge alone has no mean. */
export function GaugeRow({ label, items, mean, meanLabel }: GaugeRowProps) {
  const compared = items.length > 1 && mean > 0;
  return (
    <div style={{ maxWidth: items.length * widest }}>
      <Gauges label={label} items={items} {...(compared ? { mean, meanLabel } : {})} />
    </div>
  );
}
