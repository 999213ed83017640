"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import classes from "./throughput.module.css";

/** ZoomedTime says which time has been chosen in a chart, and leads back to the present. */
export function ZoomedTime({ zoom, onLive }: { zoom: { from: Date; to: Date }; onLive: () => void }) {
  const t = useTranslations("throughput");
  const format = useFormat();
  const now = useNow();
  const [from, to] = [zoom.from.getTime(), zoom.to.getTime()];
  return (
    <span className={classes.zoomed}>
      <span className="hw-figure">{t("zoomed", { from: format.time(from, now), to: format.time(to, now) })}</span>
      <Button size="compact-sm" onClick={onLive}>
        {t("backToLive")}
      </Button>
    </span>
  );
}
