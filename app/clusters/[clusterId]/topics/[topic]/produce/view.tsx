"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { FileProduce } from "@/components/produce/file-produce.tsx";
import { NotWritable } from "@/components/produce/not-writable.tsx";
import { SourceRecord } from "@/components/produce/source-record.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { useTopic } from "@/components/topic/use-topic.ts";
import { Segmented } from "@/components/ui/quick-views.tsx";
import classes from "@/components/produce/produce.module.css";
import { produceModes, produceParams } from "./search-params.ts";

/** ProduceView writes one record, or a file of them, to a topic. */
export function ProduceView({ name }: { name: TopicName }) {
  const t = useTranslations("produce");
  const [{ mode, from }, setParams] = useQueryStates(produceParams, { history: "push" });
  const details = useTopic(name).data?.topic;
  const readOnly = useCluster()?.readOnly ?? false;
  if (!details) return null;
  if (readOnly || details.internal) return <NotWritable name={name} internal={details.internal} />;
  return (
    <div className={classes.page}>
      <div>
        <Segmented
          label={t("mode")}
          value={mode}
          options={produceModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(next) => void setParams({ mode: next })}
        />
      </div>
      {mode === "file" ? (
        <FileProduce name={name} details={details} />
      ) : (
        <SourceRecord name={name} details={details} from={from} />
      )}
    </div>
  );
}
