"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import { useTopic } from "@/components/topic/use-topic.ts";
import classes from "./chip.module.css";
import { useMessages } from "./messages-context.tsx";
import { parsePartitions, writePartitions } from "./partition-list.ts";

const MOST_CELLS = 200;

type FormProps = { onDone: () => void };

/** usePartitionCount is how many partitions the topic has, null until it is known. */
export function usePartitionCount(): number | null {
  return useTopic(useMessages().name).data?.topic.partitions ?? null;
}

function PartitionCells({ count, text, onText }: { count: number; text: string; onText: (text: string) => void }) {
  const t = useTranslations("messages.partitions");
  const chosen = parsePartitions(text, count) ?? [];
  const toggle = (partition: number) => {
    const rest = chosen.filter((other) => other !== partition);
    const next = rest.length === chosen.length ? [...chosen, partition] : rest;
    onText(writePartitions(next.toSorted((a, b) => a - b)));
  };
  return (
    <div className={classes.cells} role="group" aria-label={t("choose")}>
      {Array.from({ length: count }, (_, partition) => (
        <button
          key={partition}
          type="button"
          className={`hw-plain ${classes.cell}`}
          aria-pressed={chosen.includes(partition)}
          onClick={() => toggle(partition)}
        >
          {partition}
        </button>
      ))}
    </div>
  );
}

/** PartitionsForm chooses the partitions to read; none chosen is all. */
export function PartitionsForm({ onDone }: FormProps) {
  const t = useTranslations("messages.partitions");
  const { url, change } = useMessages();
  const count = usePartitionCount();
  const [text, setText] = useState(() => writePartitions(url.partitions.split(",").filter(Boolean).map(Number)));
  const chosen = parsePartitions(text, count ?? Number.POSITIVE_INFINITY);
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    if (chosen === null) return;
    change({ partitions: chosen.length === count ? null : chosen.join(",") || null });
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={apply}>
      <TextInput
        label={t("label")}
        description={t("hint")}
        value={text}
        error={chosen === null ? t("wrong", { last: (count ?? 1) - 1 }) : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {count !== null && count <= MOST_CELLS ? <PartitionCells count={count} text={text} onText={setText} /> : null}
      <div className={classes.actions}>
        <Button onClick={() => setText("")}>{t("all")}</Button>
        <Button type="submit" variant="filled" disabled={chosen === null}>
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}

/** TextForm sets one text, of a key or a header. */
export function TextForm({
  label,
  hint,
  value,
  onDone,
  onApply,
}: FormProps & { label: string; hint: string; value: string; onApply: (text: string) => void }) {
  const t = useTranslations("messages.chips");
  const [text, setText] = useState(value);
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    onApply(text);
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={apply}>
      <TextInput
        className="hw-mono-input"
        label={label}
        description={hint}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled">
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
