"use client";

import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { LatestSummary } from "@/lib/api/keys.ts";
import classes from "./history-card.module.css";

type LatestNotesProps = {
  summary: LatestSummary;
  /** Whether the topic's cleanup policy contains compact; null while that is not known. */
  compacted: boolean | null;
};

function noteKeys(
  { memoryFull, keysInSeveralPartitions, recordsWithoutKey }: LatestSummary,
  compacted: boolean | null,
) {
  return [
    memoryFull ? "memory" : null,
    keysInSeveralPartitions > 0 ? "several" : null,
    compacted === false ? "notCompacted" : null,
    recordsWithoutKey > 0 ? "withoutKey" : null,
  ].filter((key) => key !== null) as (keyof typeof tones)[];
}

const tones = { memory: "warn", several: "warn", notCompacted: "info", withoutKey: "info" } as const;

/** LatestNotes says what the table leaves out, and what is odd about the keys. */
export function LatestNotes({ summary, compacted }: LatestNotesProps) {
  const t = useTranslations("keys.latest.notes");
  const format = useFormat();
  const notes = noteKeys(summary, compacted);
  if (notes.length === 0) return null;
  const values = {
    keys: format.exact(summary.keys),
    limit: format.binaryBytes(summary.memoryLimitBytes),
    leftOut: format.exact(summary.recordsLeftOut),
    several: format.exact(summary.keysInSeveralPartitions),
    count: summary.recordsWithoutKey,
    withoutKey: format.exact(summary.recordsWithoutKey),
  };
  return (
    <div className={classes.notes}>
      {notes.map((key) => (
        <Note key={key} tone={tones[key]} title={t(`${key}.title`, values)}>
          <p>{t(`${key}.text`, values)}</p>
        </Note>
      ))}
    </div>
  );
}
