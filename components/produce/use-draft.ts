"use client";

import { useState } from "react";
import type { Draft } from "./draft.ts";

/** useDraft holds the form of a record; `change` changes some of it. */
export function useDraft(initial: Draft): { draft: Draft; change: (part: Partial<Draft>) => void } {
  const [draft, setDraft] = useState(initial);
  return { draft, change: (part) => setDraft((before) => ({ ...before, ...part })) };
}
