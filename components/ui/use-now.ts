"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { onSecond, readSecond } from "./clock.ts";

/** ServerNow is the server's clock when it rendered the page (epoch ms), so that the browser's first render agrees with it. */
export const ServerNow = createContext(0);

/** useNow is the present time in epoch ms, renewed every second by one timer for the whole page. */
export function useNow(): number {
  const serverNow = useContext(ServerNow);
  return useSyncExternalStore(onSecond, readSecond, () => serverNow);
}
