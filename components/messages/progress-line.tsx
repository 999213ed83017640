"use client";

import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ScanProgress } from "@/lib/api/messages.ts";
import { ICON } from "@/components/ui/icon.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import { useMessages } from "./messages-context.tsx";
import { isFiltered } from "./messages-search.ts";
import classes from "./progress-line.module.css";
import { isFollowing, MOST_RECORDS } from "./scan-state.ts";

const b = (chunks: ReactNode) => <b>{chunks}</b>;

function nextLimit(limit: number): number | null {
  return [200, 1_000, 10_000, MOST_RECORDS].find((more) => more > limit) ?? null;
}

function useRecordsFound() {
  const t = useTranslations("messages.progress");
  const format = useFormat();
  const { url } = useMessages();
  return (matched: number) =>
    t.rich(isFiltered(url) ? "match" : "records", {
      count: matched,
      shown: format.count(matched),
      b,
    });
}

function Running({ progress }: { progress: ScanProgress | null }) {
  const t = useTranslations("messages.progress");
  const format = useFormat();
  const { scan } = useMessages();
  const found = useRecordsFound();
  const now = useNow();
  if (!progress || progress.phase === "offsets") return <span>{t("offsets")}</span>;
  const { scannedRecords, totalRecords, reachedMs, elapsedMs, remainingMs, matched } = progress;
  const rate = elapsedMs > 0 ? format.rate((scannedRecords / elapsedMs) * 1000) : null;
  const reached = reachedMs === null ? null : format.time(reachedMs, now);
  return (
    <>
      <span>{found(matched)}</span>
      <span>
        {totalRecords === null
          ? t.rich("read", { read: format.count(scannedRecords), b })
          : t.rich("readOf", { read: format.count(scannedRecords), total: format.count(totalRecords), b })}
      </span>
      {reached ? <span>{t.rich(scan.state.newestFirst ? "backTo" : "upTo", { time: reached, b })}</span> : null}
      <span className={classes.aside}>
        {rate === null ? null : <span>{t("rate", { rate })}</span>}
        {remainingMs === null ? null : <span>{t("left", { time: format.duration(remainingMs) })}</span>}
      </span>
    </>
  );
}

function Following({ paused, onPause }: { paused: boolean; onPause: (paused: boolean) => void }) {
  const t = useTranslations("messages.progress");
  const format = useFormat();
  const { scan } = useMessages();
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  const count = scan.state.records.length + scan.state.waiting.length;
  return (
    <>
      <span>{t.rich(paused ? "followPaused" : "follow", { b })}</span>
      <span>{t.rich("records", { count, shown: format.count(count), b })}</span>
      <span className={classes.aside}>
        <Button size="xs" leftSection={<Icon {...ICON} size={14} />} onClick={() => onPause(!paused)}>
          {t(paused ? "resume" : "pause")}
        </Button>
        <Button size="xs" leftSection={<IconPlayerStop {...ICON} size={14} />} onClick={scan.stop}>
          {t("stop")}
        </Button>
      </span>
    </>
  );
}

function Ended() {
  const t = useTranslations("messages.progress");
  const format = useFormat();
  const { url, change, scan } = useMessages();
  const found = useRecordsFound();
  const { done, progress, status } = scan.state;
  // A scan that could not go on may have lost its counts; the last that it told are true.
  const last = done?.reason === "error" ? (progress ?? done) : (done ?? progress);
  const more = done?.reason === "limit" ? nextLimit(url.limit) : null;
  if (!last) return <span>{t(status === "failed" ? "notRead" : "stopped")}</span>;
  const time = format.duration(last.elapsedMs);
  return (
    <>
      {status === "stopped" ? <span>{t.rich("stoppedMark", { b })}</span> : null}
      <span>{found(last.matched)}</span>
      <span>{t.rich("readIn", { read: format.count(last.scannedRecords), time, b })}</span>
      {done?.reason === "limit" ? (
        <span className={classes.aside}>
          <span>{t("limit", { limit: format.exact(url.limit) })}</span>
          {more === null ? null : (
            <Button size="xs" onClick={() => change({ limit: more }, "replace")}>
              {t("more", { limit: format.exact(more) })}
            </Button>
          )}
        </span>
      ) : null}
    </>
  );
}

/** ProgressLine says how far the scan is, and when it has ended what it found; what follows can pause. */
export function ProgressLine({ paused, onPause }: { paused: boolean; onPause: (paused: boolean) => void }) {
  const t = useTranslations("messages.progress");
  const { scan } = useMessages();
  const { status, progress } = scan.state;
  const running = status === "running";
  const following = isFollowing(scan.state);
  const share = running && !following ? (progress?.share ?? 0) : null;
  return (
    <div className={classes.line} data-status={status}>
      <div className={classes.words} aria-live={running && !following ? "off" : "polite"}>
        {running && !following ? <span className={classes.spinner} aria-hidden /> : null}
        {following ? <span className={classes.dot} data-paused={paused || undefined} aria-hidden /> : null}
        {!running ? (
          <Ended />
        ) : following ? (
          <Following paused={paused} onPause={onPause} />
        ) : (
          <Running progress={progress} />
        )}
      </div>
      {share === null ? null : (
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={t("label")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
