"use client";

import { useTranslations } from "next-intl";
import classes from "./time-ago.module.css";
import { useCopy } from "./use-copy.ts";
import { useFormat } from "./use-format.ts";
import { useNow } from "./use-now.ts";

type At = { at: string | number };

/** Moment is any words about a moment (epoch ms), with the hover and the click of TimeAgo. */
export function Moment({ at, children }: { at: number; children: string }) {
  const t = useTranslations("common");
  const [state, copy] = useCopy();
  const iso = new Date(at).toISOString();
  return (
    <button type="button" className={`hw-plain ${classes.time}`} data-time={at} onClick={() => copy(iso)}>
      <time dateTime={iso}>{children}</time>
      <span role="status" className={state === "idle" ? "hw-hidden" : classes.copied}>
        {state === "idle" ? "" : t(state === "done" ? "copied" : "notCopied")}
      </span>
    </button>
  );
}

/** TimeAgo is an age ("4 min ago"); hover or focus shows the moment in local time, UTC and epoch, each to copy; a click copies it. `at` is ISO or epoch ms. */
export function TimeAgo({ at }: At) {
  const format = useFormat();
  const now = useNow();
  const moment = new Date(at).getTime();
  return <Moment at={moment}>{format.age(now - moment)}</Moment>;
}

/** ClockTime is a moment as short as it can be told ("14:31:49", "Sat 10:12", "2026-11-14"), with the same hover and click as TimeAgo. */
export function ClockTime({ at }: At) {
  const format = useFormat();
  const now = useNow();
  const moment = new Date(at).getTime();
  return <Moment at={moment}>{format.time(moment, now)}</Moment>;
}
