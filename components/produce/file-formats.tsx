"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card.tsx";
import classes from "./produce.module.css";

const NDJSON = `{"key":"order-1","value":{"total":12.50}}
{"key":"order-2","value":null}
{"value":"text","headers":[{"name":"source","value":"import"}]}
{"key":{"encoding":"base64","data":"AP8="},"value":"a"}`;

const CSV = `key,value,partition,headers
order-1,"{""total"":12.50}",0,
order-2,text,,"[[""source"",""import""]]"`;

function Sample({ title, text, hint }: { title: string; text: string; hint: string }) {
  return (
    <div className={classes.preview}>
      <h3 className={classes.label}>{title}</h3>
      <pre className={classes.sample} tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
      <p className={classes.hint}>{hint}</p>
    </div>
  );
}

/** FileFormats shows what a file may look like. */
export function FileFormats({ partitions }: { partitions: number }) {
  const t = useTranslations("produce.formats");
  return (
    <Card title={t("title")}>
      <Sample title="NDJSON" text={NDJSON} hint={t("ndjson")} />
      <Sample title="CSV" text={CSV} hint={t("csv")} />
      <p className={classes.hint}>{t("place", { last: partitions - 1 })}</p>
    </Card>
  );
}
