"use client";

import { useEffect, useRef, useState } from "react";
import { copyText } from "./copy-text.ts";

/** CopyState is where a copy stands: not asked, done, or refused by the browser. */
export type CopyState = "idle" | "done" | "refused";

/** useCopy copies text and remembers for 1.5 s how it went. */
export function useCopy(): [CopyState, (text: string) => Promise<void>] {
  const [state, setState] = useState<CopyState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (text: string) => {
    setState((await copyText(text)) ? "done" : "refused");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState("idle"), 1500);
  };
  return [state, copy];
}
