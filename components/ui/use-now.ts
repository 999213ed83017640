"use client";

import { createContext, useContext, useSyncExternalStore } from "react";

/** ServerNow is the server's clock when it rendered the page (epoch ms), so that the browser's first render agrees with it. */
export const ServerNow = createContext(0);

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

function tick() {
  second = Math.floor(Date.now() / 1000) * 1000;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const read = () => {
  if (timer === undefined) second = Math.floor(Date.now() / 1000) * 1000;
  return second;
};

/** useNow is the present time in epoch ms, renewed every second by one timer for the whole page. */
export function useNow(): number {
  const serverNow = useContext(ServerNow);
  return useSyncExternalStore(subscribe, read, () => serverNow);
}
