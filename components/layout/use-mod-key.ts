"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** useModKey is the key that opens the palette with K, as this platform writes it: ⌘ or Ctrl. */
export function useModKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
