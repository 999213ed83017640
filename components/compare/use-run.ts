"use client";

import { useEffect, useRef, useState } from "react";
import { useHoldRefresh } from "@/components/layout/refresh.tsx";
import { readLines } from "@/lib/api/lines.ts";
import type { PartitionFailure, ScanDone } from "@/lib/api/messages.ts";
import { addLines, idleRun, type Run } from "./run-state.ts";

/** useRun reads the lines of a path when it is started, and makes a result of them; stopping it, starting anew or leaving the page ends it on the server too. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- It also types what is read within.
export function useRun<R, L extends { type: string }>(empty: R, add: (result: R, line: L) => R) {
  const [run, setRun] = useState<Run<R>>(() => idleRun(empty));
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  useHoldRefresh(run.status === "running");

  const end = (change: Partial<Run<R>>) => setRun((now) => (now.status === "running" ? { ...now, ...change } : now));

  const start = async (path: string) => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setRun({ ...idleRun(empty), status: "running" });
    try {
      await readLines<L | PartitionFailure | ScanDone>(path, {
        signal,
        onLines: (lines) => signal.aborted || setRun((now) => addLines(now, lines, add)),
      });
      if (!signal.aborted) end({ status: "failed" });
    } catch (error) {
      if (!signal.aborted) end({ status: "failed", error });
    }
  };

  const stop = () => {
    controller.current?.abort();
    end({ status: "stopped" });
  };

  return { run, start, stop };
}
