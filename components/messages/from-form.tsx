"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import classes from "./chip.module.css";
import { fromLocalInput, toLocalInput } from "./local-time.ts";
import { useMessages } from "./messages-context.tsx";

type Place = { kind: string; offset: string; time: string };

const presetsMs = [5 * 60_000, 15 * 60_000, 3_600_000, 86_400_000] as const;

function readPlace(text: string): Place {
  const [kind = "", ...rest] = text.split(":");
  const value = rest.join(":");
  return { kind, offset: kind === "offset" ? value : "", time: kind === "time" ? toLocalInput(value) : "" };
}

function writePlace({ kind, offset, time }: Place): string | null {
  if (kind === "offset") return /^\d{1,19}$/.test(offset) ? `offset:${offset}` : null;
  if (kind !== "time") return kind;
  const iso = fromLocalInput(time);
  return iso === null ? null : `time:${iso}`;
}

type SideProps = { label: string; words: Record<string, string>; place: Place; onChange: (place: Place) => void };

function Side({ label, words, place, onChange }: SideProps) {
  const set = (change: Partial<Place>) => onChange({ ...place, ...change });
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      {Object.entries(words).map(([kind, word]) => (
        <div key={kind} className={classes.option}>
          <Radio
            name={label}
            size="xs"
            label={word}
            value={kind}
            checked={place.kind === kind}
            onChange={() => set({ kind })}
          />
          {kind === "offset" ? (
            <TextInput
              aria-label={word}
              inputMode="numeric"
              value={place.offset}
              onChange={({ currentTarget }) => set({ kind, offset: currentTarget.value.trim() })}
            />
          ) : null}
          {kind === "time" ? (
            <TextInput
              aria-label={word}
              type="datetime-local"
              step="1"
              value={place.time.slice(0, 19)}
              onChange={({ currentTarget }) => set({ kind, time: currentTarget.value })}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

/** FromForm chooses where the scan begins and ends. */
export function FromForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("messages.from");
  const format = useFormat();
  const { url, change } = useMessages();
  const [start, setStart] = useState(() => readPlace(url.start));
  const [end, setEnd] = useState(() => readPlace(url.end));
  const [from, to] = [writePlace(start), writePlace(end)];
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    if (from === null || to === null) return;
    change({ start: from, end: to });
    onDone();
  };
  const last = (ms: number) => {
    change({ start: `time:${new Date(Date.now() - ms).toISOString()}`, end: null });
    onDone();
  };
  const starts = { newest: t("newest"), oldest: t("oldest"), offset: t("offset"), time: t("time") };
  const ends = { now: t("now"), never: t("never"), time: t("time") };
  return (
    <form className={classes.form} onSubmit={apply}>
      <div className={classes.presets}>
        {presetsMs.map((ms) => (
          <Button key={ms} size="xs" onClick={() => last(ms)}>
            {t("last", { time: format.duration(ms) })}
          </Button>
        ))}
      </div>
      <Side label={t("start")} words={starts} place={start} onChange={setStart} />
      <Side label={t("end")} words={ends} place={end} onChange={setEnd} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={from === null || to === null}>
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}

/** useFromWords is the scan's beginning and end in words: "newest 50", "13:30 to now". */
export function useFromWords(): string {
  const t = useTranslations("messages.from");
  const format = useFormat();
  const { url } = useMessages();
  const now = useNow();
  const place = (text: string) => {
    const [kind, ...rest] = text.split(":");
    if (kind === "time") return format.time(new Date(rest.join(":")).getTime(), now);
    return kind === "offset" ? t("offsetIs", { offset: format.exact(BigInt(rest.join(":"))) }) : "";
  };
  const start =
    url.start === "newest" || url.start === "oldest"
      ? t(url.start === "newest" ? "newestCount" : "oldestCount", { count: format.exact(url.limit) })
      : place(url.start);
  if (url.end === "never") return t("follows", { start });
  if (url.end === "now") return url.start === "newest" || url.start === "oldest" ? start : t("toNow", { start });
  return t("range", { start, end: place(url.end) });
}
