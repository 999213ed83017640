"use client";

import { Button } from "@mantine/core";
import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import type { ScanProgress } from "@/lib/api/messages.ts";
import classes from "./read-progress.module.css";
import type { Streaming } from "./use-stream.ts";

type ReadProgressProps = {
  stream: Pick<Streaming<{ progress: ScanProgress | null }>, "state" | "status" | "stop" | "again">;
  /** What has been found so far, in words. */
  found: ReactNode;
};

function Bar({ share }: { share: number | null }) {
  const percent = Math.round((share ?? 0) * 100);
  const t = useTranslations("keys.progress");
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={t("label")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span className={classes.fill} style={{ width: `${percent}%` }} />
    </div>
  );
}

function useReadWords(progress: ScanProgress | null, running: boolean): string {
  const t = useTranslations("keys.progress");
  const format = useFormat();
  if (!progress) return t("begins");
  const read = format.count(progress.scannedRecords);
  const bytes = format.bytes(progress.scannedBytes);
  if (!running) return t("read", { read, bytes, time: format.duration(progress.elapsedMs) });
  if (progress.totalRecords === null) return t("reading", { read });
  return t("readingOf", { read, total: format.count(progress.totalRecords) });
}

/** ReadProgress tells how far a stream has read: what was found, records read, the time left, and the way to stop it or to read anew. */
export function ReadProgress({ stream: { state, status, stop, again }, found }: ReadProgressProps) {
  const t = useTranslations("keys.progress");
  const format = useFormat();
  const running = status === "running";
  const words = useReadWords(state.progress, running);
  const left = running ? state.progress?.remainingMs : null;
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <span className={classes.found} role="status">
          {found}
        </span>
        <span className={classes.read}>{words}</span>
        {status === "stopped" ? <span className={classes.stopped}>{t("stopped")}</span> : null}
        {left ? <span className={classes.left}>{t("left", { time: format.duration(left) })}</span> : null}
        <span className={classes.button}>
          {running ? (
            <Button variant="default" size="xs" leftSection={<IconPlayerStop {...ICON} size={15} />} onClick={stop}>
              {t("stop")}
            </Button>
          ) : (
            <Button variant="default" size="xs" leftSection={<IconRefresh {...ICON} size={15} />} onClick={again}>
              {t("again")}
            </Button>
          )}
        </span>
      </div>
      {running ? <Bar share={state.progress?.share ?? null} /> : null}
    </div>
  );
}
