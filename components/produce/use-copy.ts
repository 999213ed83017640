"use client";

import { useEffect, useRef, useState } from "react";
import type { CopyDone, CopyFailure, CopyInput, CopyLine, CopyProgress } from "@/lib/api/copy.ts";
import { copyRecords } from "@/lib/queries/produce.ts";
import { useReadAgain } from "@/lib/queries/read-again.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";

/** CopyRun is a count or a copy as it goes: `at` its last line, `failures` the first of them. */
export type CopyRun = {
  phase: "counting" | "counted" | "copying" | "stopped" | "done" | "failed";
  at: CopyProgress | CopyDone | null;
  failures: CopyFailure[];
  error: unknown;
};

const MOST_FAILURES = 1000;

function take(run: CopyRun, lines: CopyLine[]): CopyRun {
  const failures = [...run.failures, ...lines.filter((line) => line.type === "failure")].slice(0, MOST_FAILURES);
  const at = lines.findLast((line) => line.type !== "failure") ?? run.at;
  return { ...run, failures, at };
}

function endOf({ at }: CopyRun, copying: boolean): CopyRun["phase"] {
  if (at?.type !== "done" || at.reason === "error") return "failed";
  return copying ? "done" : "counted";
}

/** useCopy counts and copies records of a topic, one at a time; what is under way ends when the place is left. */
export function useCopy(name: TopicName) {
  const [run, setRun] = useState<CopyRun | null>(null);
  const readAgain = useReadAgain(name.clusterId);
  const control = useRef(new AbortController());
  useEffect(() => () => control.current.abort(), []);
  const go = async (input: CopyInput, copying: boolean) => {
    control.current.abort();
    const mine = new AbortController();
    control.current = mine;
    const set = (change: (run: CopyRun) => CopyRun) =>
      setRun((now) => (control.current === mine && now ? change(now) : now));
    setRun({ phase: copying ? "copying" : "counting", at: null, failures: [], error: null });
    try {
      await copyRecords(name.clusterId, name.topic, input, {
        validateOnly: !copying,
        signal: mine.signal,
        onLines: (lines) => set((now) => take(now, lines)),
      });
      set((now) => ({ ...now, phase: endOf(now, copying) }));
    } catch (error) {
      set((now) => ({
        ...now,
        phase: mine.signal.aborted ? "stopped" : "failed",
        error: mine.signal.aborted ? null : error,
      }));
    }
    if (copying) await readAgain();
  };
  return {
    run,
    count: (input: CopyInput) => void go(input, false),
    copy: (input: CopyInput) => void go(input, true),
    stop: () => control.current.abort(),
    clear: () => {
      control.current.abort();
      setRun(null);
    },
  };
}
