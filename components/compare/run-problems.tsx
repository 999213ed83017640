"use client";

import { useTranslations } from "next-intl";
import type { PartitionFailure } from "@/lib/api/messages.ts";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { Run } from "./run-state.ts";

const SHOWN = 5;

type Failure = PartitionFailure & { side?: 0 | 1 };

function Failures({ failures, topics }: { failures: readonly Failure[]; topics: readonly string[] }) {
  const t = useTranslations("compare.problems");
  const format = useFormat();
  const { titleOf } = useProblem();
  const words = failures.slice(0, SHOWN).map(({ partition, side, offset, code }) => {
    const element = t("partition", { topic: topics[side ?? 0] ?? "", partition });
    const why = titleOf(code);
    return offset === null
      ? t("notRead", { element, why })
      : t("notFurther", { element, why, offset: format.exact(offset) });
  });
  const more = failures.length - words.length;
  return (
    <Note tone="warn" title={t("incomplete", { count: failures.length })} alert>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
        {more > 0 ? <li>{t("more", { count: more })}</li> : null}
      </ul>
    </Note>
  );
}

/** RunProblems says what a run failed with, and which partitions it could not read; `topics` names the sides. */
export function RunProblems<R>({
  run,
  topics,
  onRetry,
}: {
  run: Run<R>;
  topics: readonly string[];
  onRetry: () => void;
}) {
  const t = useTranslations("compare.problems");
  const { titleOf } = useProblem();
  const { status, error, done, failures } = run;
  return (
    <>
      {error === null ? null : <ErrorNote error={error} onRetry={onRetry} />}
      {status === "failed" && error === null ? (
        <Note tone="crit" title={done?.code ? titleOf(done.code) : t("broken")} alert>
          {done?.message ? <p>{done.message}</p> : null}
        </Note>
      ) : null}
      {failures.length > 0 ? <Failures failures={failures} topics={topics} /> : null}
      {status === "stopped" ? <Note tone="info" title={t("stopped")} /> : null}
    </>
  );
}
