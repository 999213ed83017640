"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card.tsx";
import type { CompareResult } from "./compare-state.ts";
import classes from "./compare.module.css";
import { ProgressBar, useSpeed } from "./progress.tsx";

/** CompareProgress tells how far both sides have been read. */
export function CompareProgress({ result, topics }: { result: CompareResult; topics: readonly [string, string] }) {
  const t = useTranslations("compare.progress");
  const speed = useSpeed();
  const { progress } = result;
  return (
    <Card>
      <div className={classes.progress}>
        {topics.map((topic, side) => (
          <ProgressBar
            key={`${side} ${topic}`}
            label={<b>{topic}</b>}
            name={t("of", { topic })}
            read={progress?.sides[side]}
            rest={side === 0 ? speed(progress) : null}
          />
        ))}
      </div>
    </Card>
  );
}
