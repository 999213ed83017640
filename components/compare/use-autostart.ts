"use client";

import { useEffect, useEffectEvent } from "react";

/** useAutostart starts once when a page is opened by a link that says so. */
export function useAutostart(wanted: boolean, start: () => void): void {
  const begin = useEffectEvent(start);
  useEffect(() => {
    if (wanted) begin();
    // Only what the link said counts: later changes wait for the button.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
}
