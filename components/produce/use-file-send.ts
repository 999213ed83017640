"use client";

import { useEffect, useRef, useState } from "react";
import type { TopicName } from "@/components/topic/topic-name.ts";
import type { ProduceInput } from "@/lib/api/produce.ts";
import { sendRecords } from "@/lib/queries/produce.ts";
import { useReadAgain } from "@/lib/queries/read-again.ts";
import type { FileOptions } from "./file-records.ts";
import { FileGivenUp, type FileProgress, type LineFailure, sendFile } from "./send-file.ts";

/** FileRun is the writing of a file, as it goes: `stopping` until the request under way is answered. Failures of earlier runs of the same file stay. */
export type FileRun = {
  phase: "running" | "stopping" | "stopped" | "done" | "failed";
  written: number;
  failures: LineFailure[];
  readBytes: number;
  nextLine: number;
  elapsedMs: number;
  error: unknown;
};

type Order = { file: File; csv: boolean; options: FileOptions; request: Omit<ProduceInput, "records"> };

const begin: FileRun = {
  phase: "running",
  written: 0,
  failures: [],
  readBytes: 0,
  nextLine: 1,
  elapsedMs: 0,
  error: null,
};

/** useFileSend writes files, and stops when the page is left. `resume` goes on behind the last line that was tried. */
export function useFileSend(name: TopicName) {
  const [run, setRun] = useState<FileRun | null>(null);
  const readAgain = useReadAgain(name.clusterId);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const go = async (order: Order, before: FileRun) => {
    const started = performance.now();
    const control = new AbortController();
    stop.current = control;
    setRun({ ...before, phase: "running", error: null });
    const onProgress = (progress: FileProgress) =>
      setRun((now) => ({
        ...(now ?? before),
        written: before.written + progress.written,
        failures: [...before.failures, ...progress.failures],
        readBytes: progress.readBytes,
        nextLine: progress.nextLine,
        elapsedMs: before.elapsedMs + performance.now() - started,
      }));
    const send = (input: ProduceInput) => sendRecords(name.clusterId, name.topic, input);
    const end = (phase: FileRun["phase"], error: unknown) => setRun((now) => now && { ...now, phase, error });
    try {
      await sendFile({ ...order, fromLine: before.nextLine, send, onProgress, signal: control.signal });
      end(control.signal.aborted ? "stopped" : "done", null);
    } catch (error) {
      end("failed", error);
    }
    await readAgain();
  };
  return {
    run,
    start: (order: Order) => void go(order, begin),
    resume: (order: Order) => void go(order, run ?? begin),
    clear: () => setRun(null),
    stop: () => {
      stop.current.abort();
      setRun((now) => now && { ...now, phase: "stopping" });
    },
  };
}

/** isGivenUp tells a file that cannot go on from a request that failed. */
export function isGivenUp(error: unknown): error is FileGivenUp {
  return error instanceof FileGivenUp;
}
