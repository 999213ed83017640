"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { notifyDone, notifyFailed } from "@/components/ui/notices.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";

type Words<T> = { done: (result: T) => { title: string; message: string } | null; failed: string };

/** useChange makes a change and says what came of it: done, or a notice that stays until it is closed. `done` gives null where the caller says it itself. */
export function useChange<T, I>(mutation: UseMutationResult<T, Error, I>, words: Words<T>) {
  const { describe } = useProblem();
  return (input: I, onDone: (result: T) => void) =>
    mutation.mutate(input, {
      onSuccess: (result) => {
        onDone(result);
        const notice = words.done(result);
        if (notice) notifyDone(notice);
      },
      onError: (error) => {
        const { title, detail, next } = describe(error);
        notifyFailed({ title: words.failed, message: [`${title}.`, detail, next].filter(Boolean).join(" ") });
      },
    });
}
