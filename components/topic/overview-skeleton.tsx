"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import classes from "./topic.module.css";

/** OverviewSkeleton is the shape of a topic's overview while its values load. */
export function OverviewSkeleton() {
  const t = useTranslations("topic");
  return (
    <div className={classes.skeleton} role="status" aria-label={t("loading")}>
      <Columns ratio="3:1" align="start">
        <Stack>
          <Card title={t("partitionsCard.title")}>
            <div className={classes.bone} data-shape="gauges" />
          </Card>
          <Card title={t("groups.title")}>
            <div className={classes.bone} data-shape="rows" />
          </Card>
        </Stack>
        <Card title={t("settings.title")}>
          <div className={classes.bone} data-shape="list" />
        </Card>
      </Columns>
    </div>
  );
}
