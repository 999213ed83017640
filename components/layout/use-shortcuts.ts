"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { openPalette, openShortcuts } from "./overlays.ts";
import { pages } from "./pages.ts";
import { useRefresh } from "./refresh.tsx";
import { type Shortcut, shortcutOf } from "./shortcut-of.ts";
import { useCluster } from "./use-cluster.ts";

const SECOND_KEY_MS = 1_200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
  );
}

/** inDialog tells whether a dialog has the page: then single keys are its own. */
function inDialog(): boolean {
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

function focusPageSearch() {
  const field = document.querySelector<HTMLElement>("[data-page-search]");
  (field?.matches("input") ? field : field?.querySelector("input"))?.focus();
}

/** useShortcuts listens for the keys of the whole product. */
export function useShortcuts() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const cluster = useCluster();
  const { paused, setPaused } = useRefresh();
  const gAt = useRef(0);
  const go = (key: string) => {
    const page = pages.find((candidate) => candidate.key === key);
    if (page && cluster) router.push(page.href(cluster.clusterId));
  };
  const act = useEffectEvent((shortcut: Exclude<Shortcut, null | "go">) => {
    if (typeof shortcut === "object") return go(shortcut.go);
    const actions = {
      palette: openPalette,
      search: focusPageSearch,
      help: openShortcuts,
      refresh: () => void queryClient.refetchQueries({ type: "active" }),
      pause: () => setPaused(!paused),
    };
    return actions[shortcut]();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const afterG = event.timeStamp - gAt.current < SECOND_KEY_MS;
      const shortcut = shortcutOf(event, isTyping(event.target) || inDialog(), afterG);
      gAt.current = shortcut === "go" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (shortcut === null || event.isComposing) return;
      event.preventDefault();
      if (shortcut !== "go") act(shortcut);
    };
    gAt.current = Number.NEGATIVE_INFINITY;
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
}
