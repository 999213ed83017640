"use client";

import { useSyncExternalStore } from "react";

/** Overlay is what can lie over any page: the palette, the list of keys, the menu on a narrow window. */
export type Overlay = "palette" | "shortcuts" | "menu" | null;

let current: Overlay = null;
const listeners = new Set<() => void>();

function show(overlay: Overlay) {
  current = overlay;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** openPalette, openShortcuts and openMenu show their overlay; closeOverlay takes away whichever is there. */
export const openPalette = () => show("palette");
export const openShortcuts = () => show("shortcuts");
export const openMenu = () => show("menu");
export const closeOverlay = () => show(null);

/** useOverlay is the overlay in view. */
export function useOverlay(): Overlay {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}
