"use client";

import { useTranslations } from "next-intl";
import type { ConfigSource } from "@/lib/api/configs.ts";
import classes from "./source-tag.module.css";
import { Tag } from "@/components/ui/tag.tsx";

/** SourceTag says who set a value: in a box when it was set, as grey text when it is Kafka's default. */
export function SourceTag({ source }: { source: ConfigSource }) {
  const t = useTranslations("configs.source");
  const [word, tip] = [t(`${source}.word`), t(`${source}.tip`)];
  if (source !== "default") return <Tag tip={tip}>{word}</Tag>;
  return (
    <span className={classes.default} data-tip={tip}>
      {word}
    </span>
  );
}
