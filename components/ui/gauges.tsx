"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { type Gauge, gaugeScale, sortGauges } from "./gauge-scale.ts";
import classes from "./gauges.module.css";

export type { Gauge } from "./gauge-scale.ts";

const MOST_COLUMNS = 64;

type GaugesProps = { label: string; items: readonly Gauge[]; mean?: number; meanLabel?: string };

const tipOf = ({ label, display, value, reason }: Gauge) =>
  `${label}: ${value === null ? (reason ?? display) : display}`;

function Column({ item, scale }: { item: Gauge; scale: number }) {
  const share = item.value === null ? 0 : item.value / scale;
  return (
    <li
      className={classes.item}
      data-tone={item.tone}
      data-unknown={item.value === null || undefined}
      data-full={(item.tone && share > 0.8) || undefined}
      data-tip={tipOf(item)}
    >
      <span className={classes.track}>
        {share > 0 ? <span className={classes.fill} style={{ height: `${share * 100}%` }} /> : null}
      </span>
      {item.tone ? (
        <span className={classes.figure} aria-hidden="true">
          {item.display}
        </span>
      ) : null}
      <span className={classes.label} aria-hidden="true">
        {item.label}
      </span>
      <span className="hw-hidden">{tipOf(item)}</span>
    </li>
  );
}

const shareOf = ({ value }: Gauge, scale: number): CSSProperties & Record<"--share", string> => ({
  "--share": `${((value ?? 0) / scale) * 100}%`,
});

function Strip({ label, items, scale }: { label: string; items: readonly Gauge[]; scale: number }) {
  return (
    <ul className={classes.strip} aria-label={label}>
      {sortGauges(items).map((item) => (
        <li
          key={item.id}
          className={classes.cell}
          data-tone={item.tone}
          data-unknown={item.value === null || undefined}
          data-tip={tipOf(item)}
          style={shareOf(item, scale)}
        >
          <span className="hw-hidden">{tipOf(item)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Gauges compares partitions on one true scale: a column each with the mean as a dashed line; over 64 of them a strip of cells, the largest first. */
export function Gauges({ label, items, mean, meanLabel }: GaugesProps) {
  const t = useTranslations("common");
  const scale = gaugeScale(items, mean);
  if (items.length > MOST_COLUMNS) return <Strip label={label} items={items} scale={scale} />;
  return (
    <div className={classes.gauges}>
      <ul className={classes.columns} aria-label={label}>
        {items.map((item) => (
          <Column key={item.id} item={item} scale={scale} />
        ))}
      </ul>
      {mean === undefined ? null : (
        <div className={classes.mean} style={{ top: `${84 - (mean / scale) * 84}px` }}>
          {meanLabel ? <span className={classes.meanLabel}>{t("mean", { value: meanLabel })}</span> : null}
        </div>
      )}
    </div>
  );
}
