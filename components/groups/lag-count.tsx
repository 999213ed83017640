"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./lag-count.module.css";

type LagCountProps = {
  /** Records, a decimal string. */
  lag: string;
  /** The difference of offsets may hold fewer records than it counts. */
  atMost: boolean;
  /** What the figure leaves out, a sentence each. */
  notes?: readonly string[];
};

/** LagCount is a lag in records, exact on hover; "≤" marks one that is "at most N records", and a hint what it leaves out. */
export function LagCount({ lag, atMost, notes = [] }: LagCountProps) {
  const t = useTranslations("groups");
  const format = useFormat();
  const shown = format.count(lag);
  const exact = format.exact(lag);
  if (!atMost && notes.length === 0) {
    return (
      <span className="hw-figure" data-tip={exact === shown ? undefined : exact}>
        {shown}
      </span>
    );
  }
  const lines = [atMost ? t("lag.atMostWhy", { count: exact }) : exact === shown ? "" : exact, ...notes];
  return (
    <button type="button" className={`hw-plain ${classes.hinted}`} data-tip={lines.filter(Boolean).join("\n")}>
      {atMost ? (
        <>
          <span aria-hidden="true">≤ </span>
          <span className="hw-hidden">{t("lag.atMost")} </span>
        </>
      ) : null}
      {shown}
    </button>
  );
}
