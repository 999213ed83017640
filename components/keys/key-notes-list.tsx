"use client";

import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import type { KeyStay } from "@/lib/api/keys.ts";
import { partitioners } from "@/lib/domain/partitioners.ts";
import type { KeyNote } from "./key-notes.ts";
import classes from "./key-notes-list.module.css";

type Several = Extract<KeyNote, { stays: unknown }>;

const nameOf = (id: string) => partitioners.find((one) => one.id === id)?.name ?? id;

function Stay({ stay, placers }: { stay: KeyStay; placers: string[] }) {
  const t = useTranslations("keys.notes");
  const format = useFormat();
  const now = useNow();
  const { partition, records, firstMs, lastMs } = stay;
  return (
    <li>
      {t("stay", {
        partition,
        count: records,
        shown: format.exact(records),
        first: format.time(firstMs, now),
        last: format.time(lastMs, now),
      })}{" "}
      <span className={classes.why}>
        {placers.length > 0 ? t("placedBy", { names: format.list(placers.map(nameOf)) }) : t("placedByNone")}
      </span>
    </li>
  );
}

function SeveralNote({ note }: { note: Several }) {
  const t = useTranslations("keys.notes");
  const format = useFormat();
  const partitions = format.list(note.stays.map(({ partition }) => String(partition)));
  return (
    <Note tone={note.code === "moved" ? "warn" : "crit"} title={t(`${note.code}.title`, { partitions })}>
      <p>{t(`${note.code}.text`)}</p>
      <ul className={classes.stays}>
        {note.stays.map((stay) => (
          <Stay key={stay.partition} stay={stay} placers={note.placers.get(stay.partition) ?? []} />
        ))}
      </ul>
    </Note>
  );
}

function StepNote({ note }: { note: Exclude<KeyNote, { stays: unknown }> }) {
  const t = useTranslations("keys.notes");
  const format = useFormat();
  const { count } = note;
  const shown = format.exact(count);
  if (note.code === "backwards") {
    const { partition, offset } = note.first;
    const time = format.duration(note.worstMs);
    return (
      <Note tone="warn" title={t("backwards.title", { count, shown, time })}>
        <p>{t("backwards.text", { partition, offset })}</p>
      </Note>
    );
  }
  if (note.code === "same")
    return (
      <Note tone="info" title={t("same.title", { count, shown })}>
        <p>{t("same.text")}</p>
      </Note>
    );
  return <Note tone="info" title={t(note.now ? "deleted.now" : "deleted.before", { count, shown })} />;
}

/** KeyNotesList says what is odd about a key's history, a sentence each, worst first. */
export function KeyNotesList({ notes }: { notes: readonly KeyNote[] }) {
  return notes.map((note, index) =>
    "stays" in note ? (
      <SeveralNote key={`${note.code}-${index}`} note={note} />
    ) : (
      <StepNote key={`${note.code}-${index}`} note={note} />
    ),
  );
}
