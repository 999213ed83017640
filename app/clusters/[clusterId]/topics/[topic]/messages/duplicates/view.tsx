"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DuplicatesFacts } from "@/components/compare/duplicates-facts.tsx";
import { DuplicateGroups } from "@/components/compare/duplicates-groups.tsx";
import { addDuplicatesLine, type DuplicatesResult, noDuplicates } from "@/components/compare/duplicates-state.ts";
import { DuplicatesVerdict } from "@/components/compare/duplicates-verdict.tsx";
import { Isolation } from "@/components/compare/isolation.tsx";
import { ProgressBar, useSpeed } from "@/components/compare/progress.tsx";
import { RangeFields } from "@/components/compare/range-fields.tsx";
import { RunButton } from "@/components/compare/run-button.tsx";
import { RunProblems } from "@/components/compare/run-problems.tsx";
import { useAutostart } from "@/components/compare/use-autostart.ts";
import { useRun } from "@/components/compare/use-run.ts";
import classes from "@/components/compare/compare.module.css";
import { bold } from "@/components/configs/bold.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { duplicatesParams, type DuplicatesUrl, toDuplicatesPath } from "./search-params.ts";

type FormProps = {
  name: TopicName;
  url: DuplicatesUrl;
  running: boolean;
  onChange: (change: { [K in keyof DuplicatesUrl]?: DuplicatesUrl[K] | null }) => void;
  onStart: () => void;
  onStop: () => void;
};

function Form({ name, url, running, onChange, onStart, onStop }: FormProps) {
  const t = useTranslations("compare.duplicates");
  return (
    <Card>
      <div className={classes.side}>
        <div className={classes.choices}>
          <Segmented
            label={t("by")}
            value={url.by}
            options={(["content", "sequence"] as const).map((value) => ({ value, label: t(`bys.${value}`) }))}
            onChange={(by) => onChange({ by })}
          />
          <Isolation value={url.isolation} onChange={(isolation) => onChange({ isolation })} />
        </div>
        <RangeFields of={name.topic} start={url.start} end={url.end} onChange={onChange} />
      </div>
      <div className={classes.actions}>
        <RunButton running={running} start={t("find")} stop={t("stop")} onStart={onStart} onStop={onStop} />
        <span className={classes.hint}>{t(`hints.${url.by}`)}</span>
      </div>
    </Card>
  );
}

function Progress({ result }: { result: DuplicatesResult }) {
  const t = useTranslations("compare.duplicates");
  const speed = useSpeed();
  const { progress } = result;
  const label = t.rich("found", { ...bold, count: progress?.matched ?? 0 });
  return (
    <Card>
      <ProgressBar label={label} name={t("title")} read={progress ?? undefined} rest={speed(progress)} />
    </Card>
  );
}

/** TopicDuplicates finds the records of a topic that are there more than once: the verdict first, then the groups with their copies. */
export function TopicDuplicates({ name }: { name: TopicName }) {
  const t = useTranslations("compare.duplicates");
  const [url, setUrl] = useQueryStates(duplicatesParams);
  const { run, start, stop } = useRun(noDuplicates, addDuplicatesLine);
  const begin = () => void start(toDuplicatesPath(name.clusterId, name.topic, url));
  useAutostart(url.run, begin);
  const { result, status } = run;
  const totals = status === "failed" ? null : result.totals;
  const onStart = () => {
    void setUrl({ run: true });
    begin();
  };
  const onStop = () => {
    void setUrl({ run: null });
    stop();
  };
  return (
    <Stack>
      <Form
        name={name}
        url={url}
        running={status === "running"}
        onChange={(change) => void setUrl({ ...change, run: null })}
        onStart={onStart}
        onStop={onStop}
      />
      {status === "running" || status === "stopped" ? <Progress result={result} /> : null}
      <RunProblems run={run} topics={[name.topic]} onRetry={onStart} />
      {totals ? <DuplicatesVerdict totals={totals} /> : null}
      {totals && totals.duplicates > 0 ? <DuplicatesFacts name={name} totals={totals} /> : null}
      {result.groups.length > 0 ? (
        <Card title={t("groups")} subtitle={t("groupsHint")} flush>
          <DuplicateGroups name={name} groups={result.groups} />
        </Card>
      ) : null}
    </Stack>
  );
}
