"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bold } from "@/components/configs/bold.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./compare.module.css";

type ReadSoFar = { scannedRecords: number; share: number | null; totalRecords: number | null };

type BarProps = { label: ReactNode; name: string; read: ReadSoFar | undefined; rest?: ReactNode };

/** ProgressBar tells how far a log has been read: records of about as many, and a bar. `name` names it to screen readers. */
export function ProgressBar({ label, name, read, rest }: BarProps) {
  const t = useTranslations("compare.progress");
  const format = useFormat();
  const share = read?.share ?? 0;
  return (
    <div>
      <div className={classes.line}>
        <span>{label}</span>
        <span>
          {read
            ? t.rich("read", {
                ...bold,
                count: format.count(read.scannedRecords),
                total: format.count(read.totalRecords ?? 0),
              })
            : t("starting")}
        </span>
        {rest ? <span className={classes.rest}>{rest}</span> : null}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={classes.fill} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

type Speed = { scannedRecords: number; elapsedMs: number; remainingMs: number | null };

/** useSpeed is how fast a run reads and how long it still takes, in words. */
export function useSpeed(): (progress: Speed | null) => string {
  const t = useTranslations("compare.progress");
  const format = useFormat();
  return (progress) => {
    if (!progress || progress.elapsedMs === 0) return "";
    const rate = t("rate", { rate: format.rate((progress.scannedRecords * 1000) / progress.elapsedMs) });
    if (progress.remainingMs === null) return rate;
    return `${rate} · ${t("left", { time: format.duration(Math.max(1000, progress.remainingMs)) })}`;
  };
}
