"use client";

import { useEffect, useId, useSyncExternalStore } from "react";

/** AsOf is the age of what is in view: the oldest `asOf` of its answers (epoch ms), and whether one of their last reads failed. */
export type AsOf = { asOf: number; failed: boolean };

const inView = new Map<string, AsOf>();
const listeners = new Set<() => void>();
let oldest: AsOf | null = null;

/** oldestOf is the oldest of several ages; one that failed makes the whole failed. */
export function oldestOf(all: Iterable<AsOf>): AsOf | null {
  let found: AsOf | null = null;
  for (const { asOf, failed } of all) {
    found = found ? { asOf: Math.min(found.asOf, asOf), failed: found.failed || failed } : { asOf, failed };
  }
  return found;
}

function changed() {
  oldest = oldestOf(inView.values());
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** useAsOf tells the live control how old this view's data is: `asOf` of its answer, and whether the last read failed. */
export function useAsOf(asOf: string | null | undefined, failed = false): void {
  const id = useId();
  useEffect(() => {
    if (!asOf) return undefined;
    inView.set(id, { asOf: Date.parse(asOf), failed });
    changed();
    return () => {
      inView.delete(id);
      changed();
    };
  }, [id, asOf, failed]);
}

/** useOldest is the age of what is in view, null when nothing has told its own. */
export function useOldest(): AsOf | null {
  return useSyncExternalStore(
    subscribe,
    () => oldest,
    () => null,
  );
}
