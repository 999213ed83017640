"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

const PAGE_ROWS = 10;

function stepOf(key: string): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: PAGE_ROWS,
    PageUp: -PAGE_ROWS,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[key] ?? null;
}

/** useRowFocus moves the focus through virtual rows by keys: arrows or j and k, Page up and down, Home, End. `active` is the row that has it, and that Tab reaches. */
export function useRowFocus(
  scroll: RefObject<HTMLElement | null>,
  rows: Virtualizer<HTMLElement, Element>,
  count: number,
  onMove: (index: number) => void,
) {
  const [chosen, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const active = Math.min(chosen, Math.max(0, count - 1));
  // A row far away is in the page only once the rows have been scrolled to it: until then each render looks for it.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroll.current?.querySelector(`tr[data-index="${wanted.current}"]`);
    const opener = row?.querySelector<HTMLElement>("[data-opener]");
    if (!opener) return;
    opener.focus({ preventScroll: true });
    wanted.current = null;
  });
  const focusRow = (index: number) => {
    wanted.current = index;
    rows.scrollToIndex(index);
    setActive(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key);
    const inRow = event.target instanceof Element && event.target.closest("tr[data-index]") !== null;
    if (step === null || !inRow || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, active + step));
    focusRow(next);
    onMove(next);
  };
  return { active, setActive, focusRow, onKeyDown };
}
