import type {
  MessageRecord,
  PartitionFailure,
  ScanDone,
  ScanLine,
  ScanProgress,
  ScanWarning,
} from "@/lib/api/messages.ts";

/** MOST_RECORDS is how many records the page keeps; a scan that follows drops its oldest beyond them. */
export const MOST_RECORDS = 100_000;

/** ScanState is a scan as the page shows it. `records` in the order shown, `waiting` those that came while the reader looked elsewhere (`held`). `newestFirst`: what is followed comes on top. `dropped` counts what was left out to bound memory. `stale`: the records are of the scan before. */
export type ScanState = {
  status: "running" | "stopped" | "done" | "failed";
  newestFirst: boolean;
  records: readonly MessageRecord[];
  waiting: readonly MessageRecord[];
  held: boolean;
  stale: boolean;
  dropped: number;
  progress: ScanProgress | null;
  done: ScanDone | null;
  failures: readonly PartitionFailure[];
  warnings: readonly ScanWarning[];
  error: unknown;
};

/** ScanAction is what happens to a scan: it starts (`keep` shows the records of the one before until its own come), lines come, the reader looks elsewhere or comes back, it is stopped, its answer ends, or it fails. */
export type ScanAction =
  | { type: "start"; newestFirst: boolean; keep: boolean }
  | { type: "lines"; lines: readonly ScanLine[] }
  | { type: "hold"; held: boolean }
  | { type: "stop" }
  | { type: "end" }
  | { type: "fail"; error: unknown };

/** startingScan is a scan of which nothing has come yet. */
export const startingScan: ScanState = {
  status: "running",
  newestFirst: true,
  records: [],
  waiting: [],
  held: false,
  stale: false,
  dropped: 0,
  progress: null,
  done: null,
  failures: [],
  warnings: [],
  error: null,
};

/** isFollowing tells that all that was there has been read, and new records are awaited. */
export function isFollowing(state: ScanState): boolean {
  return state.status === "running" && state.progress?.phase === "following";
}

// What is followed comes oldest first; on a page that shows the newest first it belongs on top.
function join(state: ScanState, more: readonly MessageRecord[], followed: boolean): ScanState {
  if (more.length === 0) return state;
  const before = state.stale ? [] : state.records;
  const onTop = followed && state.newestFirst;
  const all = onTop ? [...more.toReversed(), ...before] : [...before, ...more];
  const over = Math.max(0, all.length - MOST_RECORDS);
  const records = over === 0 ? all : onTop ? all.slice(0, MOST_RECORDS) : all.slice(over);
  return { ...state, stale: false, records, dropped: state.dropped + over };
}

function wait(state: ScanState, more: readonly MessageRecord[]): ScanState {
  const all = [...state.waiting, ...more];
  const over = Math.max(0, all.length - MOST_RECORDS);
  return { ...state, waiting: all.slice(over), dropped: state.dropped + over };
}

function addRecords(state: ScanState, more: readonly MessageRecord[]): ScanState {
  const followed = isFollowing(state);
  return followed && state.held ? wait(state, more) : join(state, more, followed);
}

function finish(state: ScanState, done: ScanDone): ScanState {
  const records = state.stale ? [] : state.records;
  return { ...state, done, status: done.reason === "error" ? "failed" : "done", records, stale: false };
}

function addLine(state: ScanState, line: Exclude<ScanLine, MessageRecord>): ScanState {
  if (line.type === "progress") return { ...state, progress: line };
  if (line.type === "partition-error") return { ...state, failures: [...state.failures, line] };
  if (line.type === "warning") return { ...state, warnings: [...state.warnings, line] };
  return finish(state, line);
}

function addLines(state: ScanState, lines: readonly ScanLine[]): ScanState {
  let next = state;
  let records: MessageRecord[] = [];
  for (const line of lines) {
    if (line.type === "record") {
      records.push(line);
      continue;
    }
    next = addLine(addRecords(next, records), line);
    records = [];
  }
  return addRecords(next, records);
}

function showWaiting(state: ScanState): ScanState {
  return { ...join(state, state.waiting, true), waiting: [], held: false };
}

function start(state: ScanState, newestFirst: boolean, keep: boolean): ScanState {
  const records = keep ? state.records : [];
  return { ...startingScan, newestFirst, records, stale: records.length > 0 };
}

function whileRunning(state: ScanState, action: ScanAction): ScanState {
  if (action.type === "lines") return addLines(state, action.lines);
  if (action.type === "stop") return { ...showWaiting(state), status: "stopped", stale: false };
  return { ...state, status: "failed" };
}

/** reduceScan is what a scan becomes by what happens to it. */
export function reduceScan(state: ScanState, action: ScanAction): ScanState {
  if (action.type === "start") return start(state, action.newestFirst, action.keep);
  if (action.type === "hold") return action.held ? { ...state, held: true } : showWaiting(state);
  if (action.type === "fail") return { ...state, status: "failed", error: action.error };
  return state.status === "running" ? whileRunning(state, action) : state;
}
