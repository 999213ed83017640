"use client";

import { Progress } from "@mantine/core";
import { useTranslations } from "next-intl";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Note } from "@/components/ui/note.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { CopyFailure } from "@/lib/api/copy.ts";
import { paths } from "@/lib/paths.ts";
import type { CopyTargetDraft } from "./copy-target.tsx";
import type { CopyRun } from "./use-copy.ts";
import classes from "./produce.module.css";

const MOST_ROWS = 50;

function Failures({ failures }: { failures: readonly CopyFailure[] }) {
  const t = useTranslations("produce.copy");
  if (failures.length === 0) return null;
  return (
    <ul className={classes.rows} tabIndex={0} aria-label={t("failures")}>
      {failures.slice(0, MOST_ROWS).map(({ partition, offset, message, unsure }, index) => (
        <li key={`${partition}-${offset}-${index}`} className={classes.row}>
          <span className={classes.line}>{offset === null ? `p${partition}` : `p${partition} · ${offset}`}</span>
          <span lang="en">
            {message}
            {unsure ? <span className={classes.unsure}>{t("unsure")}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Failed({ run }: { run: CopyRun }) {
  const t = useTranslations("produce.copy");
  if (run.error) return <ErrorNote error={run.error} />;
  const message = run.at?.type === "done" ? run.at.message : undefined;
  return (
    <Note tone="crit" title={t("brokenOff")} alert>
      <p lang="en">{message}</p>
    </Note>
  );
}

/** CopyRunView is what was counted, how far a copy is, and what came of it. */
export function CopyRunView({ run, target }: { run: CopyRun; target: CopyTargetDraft }) {
  const t = useTranslations("produce.copy");
  const format = useFormat();
  const { at, phase } = run;
  const [matched, copied, failed] = [at?.matched ?? 0, at?.copied ?? 0, at?.failed ?? 0].map((count) =>
    format.exact(count),
  );
  const busy = phase === "counting" || phase === "copying";
  const share = at?.type === "progress" ? (at.share ?? 0) : 0;
  return (
    <div className={classes.form} aria-live="polite">
      {busy ? <Progress value={share * 100} size={4} aria-label={t("share")} /> : null}
      {phase === "counting" ? <CheckLine tone="unknown">{t("counting", { matched: matched! })}</CheckLine> : null}
      {phase === "counted" ? (
        <CheckLine tone={at?.matched ? "ok" : "warn"}>
          {t("counted", { count: at?.matched ?? 0, matched: matched!, read: format.count(at?.scannedRecords ?? 0) })}
        </CheckLine>
      ) : null}
      {phase === "copying" ? <CheckLine tone="unknown">{t("copying", { copied: copied! })}</CheckLine> : null}
      {phase === "done" || phase === "stopped" || (phase === "failed" && at !== null && at.copied > 0) ? (
        <CheckLine tone={phase === "done" ? "ok" : "warn"}>
          {t(phase === "done" ? "done" : "stopped", { copied: copied!, topic: target.topic })}{" "}
          <TextLink href={paths.topicMessages(target.clusterId, target.topic)}>{t("open")}</TextLink>
        </CheckLine>
      ) : null}
      {at !== null && at.failed > 0 ? <CheckLine tone="crit">{t("failed", { failed: failed! })}</CheckLine> : null}
      {phase === "failed" ? <Failed run={run} /> : null}
      <Failures failures={run.failures} />
    </div>
  );
}
