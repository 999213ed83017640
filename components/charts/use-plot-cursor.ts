"use client";

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { useChartCursor } from "./cursor.tsx";
import { cursorMove } from "./cursor-keys.ts";
import { nearest } from "./rows.ts";
import type { TimeSpan } from "./time-span.ts";

const DRAG_PX = 6;

/** Selection is the time that a reader marks, from where it began to where it is now. */
export type Selection = { from: number; to: number };

type PlotCursorProps = {
  times: readonly number[];
  span: TimeSpan;
  onRange?: ((from: number, to: number) => void) | undefined;
};

function timeUnder(event: PointerEvent<HTMLElement>, { from, to }: TimeSpan): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)));
  return Math.round(from + share * (to - from));
}

/** usePlotCursor turns the pointer and the keys over a plot into the cursor of all charts, a pin, and a selection that ends in `onRange`. */
export function usePlotCursor({ times, span, onRange }: PlotCursorProps) {
  const chart = useId();
  const { cursor, setCursor } = useChartCursor();
  const [selection, setSelection] = useState<Selection | null>(null);
  const pressed = useRef<{ x: number; at: number } | null>(null);
  const index = cursor ? nearest(times, cursor.at) : -1;
  const own = cursor?.chart === chart;
  const put = (at: number | undefined, pinned = false) => {
    if (at !== undefined) setCursor({ at, chart, pinned });
  };
  const finish = ({ from, to }: Selection) => {
    setSelection(null);
    if (Math.abs(to - from) >= span.step) onRange?.(Math.min(from, to), Math.max(from, to));
  };
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      pressed.current = { x: event.clientX, at: timeUnder(event, span) };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const at = timeUnder(event, span);
      const from = pressed.current;
      if (from && onRange && Math.abs(event.clientX - from.x) >= DRAG_PX) setSelection({ from: from.at, to: at });
      if (!cursor?.pinned) put(times[nearest(times, at)]);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!pressed.current) return;
      pressed.current = null;
      if (selection) return finish(selection);
      if (own && cursor.pinned) return setCursor(null);
      return put(times[nearest(times, timeUnder(event, span))], true);
    },
    onPointerCancel: () => {
      pressed.current = null;
      setSelection(null);
    },
    onPointerLeave: () => {
      if (!cursor?.pinned) setCursor(null);
    },
  };
  const enter = () => {
    if (selection) return finish(selection);
    return own && cursor.pinned ? setCursor({ ...cursor, pinned: false }) : put(times[index] ?? times.at(-1), true);
  };
  const leave = () => {
    if (selection) return setSelection(null);
    return setCursor(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = cursorMove(event.key, event.shiftKey, index, times.length);
    // Escape with nothing to let go of belongs to what lies around the chart.
    if (move === null || (move === "leave" && !cursor)) return;
    event.preventDefault();
    if (move === "enter") return enter();
    if (move === "leave") return leave();
    const at = times["go" in move ? move.go : move.select];
    if ("select" in move && onRange && at !== undefined)
      setSelection({ from: selection?.from ?? times[index] ?? at, to: at });
    return put(at, cursor?.pinned);
  };
  const onBlur = () => {
    setSelection(null);
    if (own && !cursor.pinned) setCursor(null);
  };
  return { cursor, index, own, selection, handlers: { ...pointer, onKeyDown, onBlur } };
}
