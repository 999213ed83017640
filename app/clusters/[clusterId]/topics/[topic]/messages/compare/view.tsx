"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { CompareForm } from "@/components/compare/compare-form.tsx";
import { CompareProgress } from "@/components/compare/compare-progress.tsx";
import { addCompareLine, noComparison } from "@/components/compare/compare-state.ts";
import { CompareVerdict } from "@/components/compare/compare-verdict.tsx";
import { FindingsCard } from "@/components/compare/findings-card.tsx";
import { KindsTable } from "@/components/compare/kinds-table.tsx";
import { RunProblems } from "@/components/compare/run-problems.tsx";
import { useAutostart } from "@/components/compare/use-autostart.ts";
import { useRun } from "@/components/compare/use-run.ts";
import { useSideNames } from "@/components/compare/use-side-names.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { Card } from "@/components/ui/card.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { compareParams, toComparePath } from "./search-params.ts";

/** TopicCompare compares a topic with another one: the verdict first, then counts by kind, then the keys that differ. */
export function TopicCompare({ name }: { name: TopicName }) {
  const t = useTranslations("compare");
  const [url, setUrl] = useQueryStates(compareParams);
  const { run, start, stop } = useRun(noComparison, addCompareLine);
  const other = { clusterId: url.withCluster === "" ? name.clusterId : url.withCluster, topic: url.with };
  const [compared, setCompared] = useState<readonly [TopicName, TopicName]>([name, other]);
  const begin = () => {
    setCompared([name, other]);
    void start(toComparePath(name.clusterId, name.topic, url));
  };
  useAutostart(url.run && url.with !== "", begin);
  const { result, status } = run;
  // Of a side that could not be read at all, everything would seem to be missing.
  const totals = status === "failed" ? null : result.totals;
  const topics = useSideNames(compared);
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
      <CompareForm
        name={name}
        url={url}
        running={status === "running"}
        onChange={(change) => void setUrl({ ...change, run: null })}
        onStart={onStart}
        onStop={onStop}
      />
      {status === "running" || status === "stopped" ? <CompareProgress result={result} topics={topics} /> : null}
      <RunProblems run={run} topics={topics} onRetry={onStart} />
      {totals ? (
        <>
          <CompareVerdict totals={totals} topics={topics} />
          <Card title={t("kinds.label")} subtitle={t("kinds.hint")} flush>
            <KindsTable totals={totals} topics={topics} />
          </Card>
        </>
      ) : null}
      {totals && result.findings.length > 0 ? (
        <FindingsCard sides={compared} topics={topics} findings={result.findings} totals={totals} />
      ) : null}
    </Stack>
  );
}
