"use client";

import { Select } from "@mantine/core";
import { IconArrowNarrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { CompareUrl } from "@/app/clusters/[clusterId]/topics/[topic]/messages/compare/search-params.ts";
import { useClusters } from "@/components/layout/use-cluster.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./compare.module.css";
import { Isolation } from "./isolation.tsx";
import { RangeFields } from "./range-fields.tsx";
import { RunButton } from "./run-button.tsx";
import { TopicSelect } from "./topic-select.tsx";

type Change = { [K in keyof CompareUrl]?: CompareUrl[K] | null };

type FormProps = {
  name: TopicName;
  url: CompareUrl;
  running: boolean;
  onChange: (change: Change) => void;
  onStart: () => void;
  onStop: () => void;
};

function ClusterSelect({ name, url, onChange }: Pick<FormProps, "name" | "url" | "onChange">) {
  const t = useTranslations("compare.form");
  const clusters = useClusters();
  if (clusters.length < 2) return null;
  return (
    <Select
      className={classes.grow}
      aria-label={t("cluster")}
      data={clusters.map(({ clusterId, name: label }) => ({ value: clusterId, label }))}
      value={url.withCluster === "" ? name.clusterId : url.withCluster}
      onChange={(clusterId) => onChange({ withCluster: clusterId === name.clusterId ? null : clusterId, with: null })}
    />
  );
}

function OtherSide({ name, url, onChange }: Pick<FormProps, "name" | "url" | "onChange">) {
  const t = useTranslations("compare.form");
  const clusterId = url.withCluster === "" ? name.clusterId : url.withCluster;
  return (
    <div className={classes.side}>
      <span className={classes.sideName}>{t("out")}</span>
      <div className={classes.choices}>
        <ClusterSelect name={name} url={url} onChange={onChange} />
        <TopicSelect
          key={clusterId}
          clusterId={clusterId}
          value={url.with}
          onChange={(topic) => onChange({ with: topic })}
        />
      </div>
      <RangeFields
        of={t("out")}
        start={url.withStart}
        end={url.withEnd}
        onChange={({ start, end }) =>
          onChange({ ...(start !== undefined && { withStart: start }), ...(end !== undefined && { withEnd: end }) })
        }
      />
    </div>
  );
}

/** CompareForm says what is compared with what: this topic and its range, the other one and its own. */
export function CompareForm({ name, url, running, onChange, onStart, onStop }: FormProps) {
  const t = useTranslations("compare.form");
  return (
    <Card>
      <div className={classes.sides}>
        <div className={classes.side}>
          <span className={classes.sideName}>{t("in")}</span>
          <span className={classes.topic}>{name.topic}</span>
          <RangeFields of={t("in")} start={url.start} end={url.end} onChange={onChange} />
        </div>
        <IconArrowNarrowRight {...ICON} size={20} className={classes.arrow} />
        <OtherSide name={name} url={url} onChange={onChange} />
      </div>
      <div className={classes.actions}>
        <RunButton
          running={running}
          start={t("compare")}
          stop={t("stop")}
          disabled={url.with === ""}
          onStart={onStart}
          onStop={onStop}
        />
        <Isolation value={url.isolation} onChange={(isolation) => onChange({ isolation })} />
        <span className={classes.hint}>{t("hint")}</span>
      </div>
    </Card>
  );
}
