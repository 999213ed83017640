"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { ApiError } from "@/lib/api/client.ts";
import { readLines } from "@/lib/api/lines.ts";
import type { ScanDone } from "@/lib/api/messages.ts";
import { ErrorCode } from "@/lib/api/problem.ts";

/** StreamStatus: `idle` nothing is asked for, `running`, `stopped` by the reader, `done` with its last line, `failed` with an error. */
export type StreamStatus = "idle" | "running" | "stopped" | "done" | "failed";

type Line = { type: string };

/** Streaming is a stream as far as it has come, why it failed, and what can be done to it. `before` is what stood there when it began anew. */
export type Streaming<S> = {
  state: S;
  before: S;
  status: StreamStatus;
  error: unknown;
  stop: () => void;
  again: () => void;
};

type Held<S> = Pick<Streaming<S>, "state" | "before" | "status" | "error">;
type Change<S> = (held: Held<S>) => Held<S>;

/** AddLines takes the next lines into a state; which lines come, the path decides. */
export type AddLines<S> = (state: S, lines: never[]) => S;

function isDone(line: Line): line is ScanDone {
  return line.type === "done";
}

// The last line of a stream that failed says what a problem answer would have said.
function toError({ code, message }: ScanDone): ApiError {
  const known = ErrorCode.safeParse(code);
  return new ApiError({
    type: "about:blank",
    title: "",
    status: 500,
    code: known.success ? known.data : "INTERNAL",
    detail: message ?? "",
    requestId: "",
  });
}

function withLines<S>(lines: Line[], add: AddLines<S>): Change<S> {
  const last = lines.find(isDone);
  return (held) => {
    const state = add(held.state, lines as never[]);
    if (!last) return { ...held, state };
    return last.reason === "error"
      ? { ...held, state, status: "failed", error: toError(last) }
      : { ...held, state, status: "done" };
  };
}

/** useStream reads the lines at `path` (null: nothing) into a state, at once and again whenever the path changes; leaving, stopping or starting anew ends it on the server too. */
export function useStream<S>(path: string | null, initial: S, add: AddLines<S>): Streaming<S> {
  const [held, change] = useReducer((now: Held<S>, make: Change<S>) => make(now), {
    state: initial,
    before: initial,
    status: path === null ? "idle" : "running",
    error: null,
  });
  const [run, setRun] = useState(0);
  const request = useMemo(() => ({ path, run }), [path, run]);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => {
    const mine = new AbortController();
    controller.current = mine;
    const act = (make: Change<S>) => mine.signal.aborted || change(make);
    act(({ state }) => ({
      state: initial,
      before: state === initial ? initial : state,
      status: request.path === null ? "idle" : "running",
      error: null,
    }));
    if (request.path !== null)
      readLines<Line>(request.path, { signal: mine.signal, onLines: (lines) => act(withLines(lines, add)) }).then(
        () => act((now) => (now.status === "running" ? { ...now, status: "failed" } : now)),
        (error: unknown) => act((now) => ({ ...now, status: "failed", error })),
      );
    return () => mine.abort();
  }, [request, initial, add]);
  const stop = useCallback(() => {
    change((now) => (now.status === "running" ? { ...now, status: "stopped" } : now));
    controller.current?.abort();
  }, []);
  return { ...held, stop, again: () => setRun((count) => count + 1) };
}
