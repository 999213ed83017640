"use client";

import { useTranslations } from "next-intl";
import type { ConfigSource } from "@/lib/api/configs.ts";
import { Tag } from "@/components/ui/tag.tsx";
import classes from "./settings-table.module.css";

/** SettingSource is who set a value: dynamically (this broker, or all of them), server.properties, or nobody (Kafka's default). */
export function SettingSource({ source }: { source: ConfigSource }) {
  const t = useTranslations("brokers");
  const word = t(`settings.source.${source}`);
  if (source === "default" || source === "unknown") return <span className={classes.default}>{word}</span>;
  const dynamic = source === "dynamic-broker" || source === "dynamic-cluster";
  return (
    <Tag tone={dynamic ? "accent" : "plain"} tip={t(`settings.sourceHint.${source}`)}>
      {word}
    </Tag>
  );
}
