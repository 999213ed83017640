"use client";

import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from "react";
import { readLines } from "@/lib/api/lines.ts";
import type { ScanLine } from "@/lib/api/messages.ts";
import { reduceScan, type ScanAction, startingScan } from "./scan-state.ts";

function withoutLimit(path: string): string {
  return path.replace(/([?&])limit=\d+/, "$1");
}

// Rows that come many times a second give way to what a person does.
function takeLines(lines: ScanLine[], act: (action: ScanAction) => void): void {
  startTransition(() => act({ type: "lines", lines }));
}

async function read(path: string, signal: AbortSignal, act: (action: ScanAction) => void): Promise<void> {
  try {
    await readLines<ScanLine>(path, { signal, onLines: (lines) => signal.aborted || takeLines(lines, act) });
    if (!signal.aborted) startTransition(() => act({ type: "end" }));
  } catch (error) {
    if (!signal.aborted) act({ type: "fail", error });
  }
}

/** useScan runs the scan at `path`, at once and again whenever the path changes; leaving the page, stopping or starting anew ends it on the server too. A scan that only asks for more keeps the rows until its own come. */
export function useScan(path: string, newestFirst: boolean) {
  const [state, act] = useReducer(reduceScan, startingScan);
  const [ask, setAsk] = useState({ path, newestFirst });
  const controller = useRef<AbortController>(undefined);
  const last = useRef("");
  if (ask.path !== path) setAsk({ path, newestFirst });
  useEffect(() => {
    const mine = new AbortController();
    controller.current = mine;
    const keep = withoutLimit(ask.path) === last.current;
    last.current = withoutLimit(ask.path);
    act({ type: "start", newestFirst: ask.newestFirst, keep });
    void read(ask.path, mine.signal, act);
    return () => mine.abort();
  }, [ask]);
  const hold = useCallback((held: boolean) => act({ type: "hold", held }), []);
  return {
    state,
    hold,
    start: () => setAsk({ path, newestFirst }),
    stop: () => {
      controller.current?.abort();
      act({ type: "stop" });
    },
  };
}

/** Scan is a running or ended scan with what can be done to it. */
export type Scan = ReturnType<typeof useScan>;
