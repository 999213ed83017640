"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** Cursor is the moment that a reader points at, in the chart `chart`; pinned it stays until the next click. */
export type Cursor = { at: number; chart: string; pinned: boolean };

type CursorState = { cursor: Cursor | null; setCursor: (cursor: Cursor | null) => void };

const Context = createContext<CursorState>({ cursor: null, setCursor: () => {} });

/** ChartCursor gives all charts within it one cursor. */
export function ChartCursor({ children }: { children: ReactNode }) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const value = useMemo(() => ({ cursor, setCursor }), [cursor]);
  return <Context value={value}>{children}</Context>;
}

/** useChartCursor is the cursor of the charts around, and its setter. */
export function useChartCursor(): CursorState {
  return useContext(Context);
}
