"use client";

import { useLocalStorage } from "@mantine/hooks";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export { useAsOf } from "./as-of.ts";

/** refreshRates are the rates a person can choose, in ms; null is off. */
export const refreshRates = [2_000, 5_000, 10_000, 30_000, null] as const;
const DEFAULT_MS = 5_000;

/** Refresh is how often what is in view is read again: every `intervalMs` (null: never), and not while paused, nor while it is `held` (a search runs). */
export type Refresh = {
  intervalMs: number | null;
  paused: boolean;
  held: boolean;
  setIntervalMs: (ms: number | null) => void;
  setPaused: (paused: boolean) => void;
  setHeld: (held: boolean) => void;
};

const Context = createContext<Refresh>({
  intervalMs: DEFAULT_MS,
  paused: false,
  held: false,
  setIntervalMs: () => {},
  setPaused: () => {},
  setHeld: () => {},
});

/** RefreshProvider holds the refresh rate (remembered in the browser) and the pause (not remembered). */
export function RefreshProvider({ children }: { children: ReactNode }) {
  const [stored, setIntervalMs] = useLocalStorage<number | null>({
    key: "highwater-refresh-ms",
    defaultValue: DEFAULT_MS,
  });
  const [paused, setPaused] = useState(false);
  const intervalMs = refreshRates.some((rate) => rate === stored) ? stored : DEFAULT_MS;
  const [held, setHeld] = useState(false);
  const value = useMemo(
    () => ({ intervalMs, paused, held, setIntervalMs, setPaused, setHeld }),
    [intervalMs, paused, held, setIntervalMs],
  );
  return <Context value={value}>{children}</Context>;
}

/** useRefresh is the refresh rate and the pause, and their setters. */
export function useRefresh(): Refresh {
  return useContext(Context);
}

const HOLD_AFTER_MS = 600;

/** useHoldRefresh lets nothing be read again while `active`, as soon as that lasts: what runs should have the cluster for itself. A person can go on refreshing meanwhile. */
export function useHoldRefresh(active: boolean): void {
  const { setHeld } = useRefresh();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setHeld(true), HOLD_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setHeld(false);
    };
  }, [active, setHeld]);
}

/** useLiveOptions makes a query live: options for useQuery. A poll waits for the one before it, and none is made while the page is hidden or paused. `meta.maxAgeMs` is how old the server's answer may be. */
export function useLiveOptions() {
  const { intervalMs, paused, held } = useRefresh();
  const live = !paused && !held && intervalMs !== null;
  return useMemo(
    () => ({
      refetchInterval: live ? intervalMs : (false as const),
      refetchIntervalInBackground: false,
      refetchOnWindowFocus: live,
      staleTime: live ? intervalMs : Number.POSITIVE_INFINITY,
      meta: { maxAgeMs: intervalMs ?? DEFAULT_MS },
    }),
    [live, intervalMs],
  );
}
