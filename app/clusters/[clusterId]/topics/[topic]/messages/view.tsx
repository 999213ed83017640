"use client";

import { useEffect, useEffectEvent } from "react";
import { FilterLine } from "@/components/messages/filter-line.tsx";
import { MessagesProvider, useMessages } from "@/components/messages/messages-context.tsx";
import classes from "@/components/messages/messages.module.css";
import { parseRecordId, recordId } from "@/components/messages/messages-search.ts";
import { RecordPanel } from "@/components/messages/record-panel.tsx";
import { ScanChips } from "@/components/messages/scan-chips.tsx";
import { ScanList } from "@/components/messages/scan-list.tsx";
import { ScanNotes } from "@/components/messages/scan-notes.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";

function useOpenRecord() {
  const { url, change, scan } = useMessages();
  const { records } = scan.state;
  const id = parseRecordId(url.record);
  const index = id === null ? -1 : records.findIndex((record) => recordId(record) === url.record);
  const open = (record: MessageRecord | undefined) =>
    change({ record: record ? recordId(record) : null }, url.record === null ? "push" : "replace");
  const step = (by: number) => {
    const next = index < 0 ? undefined : records[index + by];
    return next ? () => open(next) : null;
  };
  return { id, record: records[index], open, previous: step(-1), next: step(1) };
}

// A menu or a dialog that is open takes the key for itself.
function useEscape(onEscape: () => void) {
  const act = useEffectEvent(onEscape);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const taken = document.querySelector("[role=dialog], [role=menu]") !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !taken) act();
    };
    window.addEventListener("keydown", pressed, { capture: true });
    return () => window.removeEventListener("keydown", pressed, { capture: true });
  }, []);
}

function Page() {
  const { scan, change } = useMessages();
  const { id, record, open, previous, next } = useOpenRecord();
  const close = () => {
    const row = document.querySelector<HTMLElement>(`tr[data-record="${id ? recordId(id) : ""}"] [data-opener]`);
    change({ record: null }, "replace");
    row?.focus();
  };
  useEscape(() => {
    if (scan.state.status === "running") scan.stop();
    else if (id) close();
  });
  return (
    <div className={classes.page} data-open={id !== null || undefined}>
      <div className={classes.main}>
        <FilterLine />
        <ScanChips />
        <ScanNotes />
        <ScanList onOpen={open} />
      </div>
      {id ? <RecordPanel id={id} record={record} onPrevious={previous} onNext={next} onClose={close} /> : null}
    </div>
  );
}

/** TopicMessages searches a topic's records and shows one of them beside the list. */
export function TopicMessages({ name }: { name: TopicName }) {
  return (
    <MessagesProvider name={name}>
      <Page />
    </MessagesProvider>
  );
}
