import { expect, test } from "vitest";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { eventMarks } from "./event-marks.ts";

const event = (at: number): HistoryEvent => ({ at, code: "state", kind: "group", name: "g", values: {} });

test("eventMarks gathers what is close, leaves out what is outside, and labels what has room", () => {
  const marks = eventMarks([900, 100, 105, 850, 2_000].map(event), { from: 0, to: 1_000, step: 10 });
  expect(marks.map(({ at, events, labelled }) => [at, events.length, labelled])).toEqual([
    [100, 2, true],
    [850, 1, false],
    [900, 1, true],
  ]);
});
