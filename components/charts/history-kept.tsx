"use client";

import { createContext, type ReactNode, useContext } from "react";

const Context = createContext(true);

/** HistoryKept tells the pages inside whether the server samples their cluster at all. */
export function HistoryKept({ kept, children }: { kept: boolean; children: ReactNode }) {
  return <Context value={kept}>{children}</Context>;
}

/** useHistoryKept tells whether there can be samples: without, nothing is asked for and no chart has a place. */
export function useHistoryKept(): boolean {
  return useContext(Context);
}
