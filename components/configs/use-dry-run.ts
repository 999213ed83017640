"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, type UseQueryOptions } from "@tanstack/react-query";
import { useState } from "react";

const PAUSE_MS = 300;

/** DryRun is what a change would do, asked of the server without doing it: `result` of this very input or null, `stale` the last one while the next is under way. */
export type DryRun<T> = {
  result: T | null;
  stale: T | null;
  checkedAt: number;
  error: unknown;
  checking: boolean;
  retry: () => void;
};

type Options<T, K extends readonly unknown[]> = Omit<UseQueryOptions<T, Error, T, K>, "initialData">;

/** useSettled gives an input once it was left alone for a pause, and whether it is the present one. */
function useSettled<I>(input: I): [I, boolean] {
  const key = JSON.stringify(input);
  const [held, setHeld] = useState({ key, input });
  if (held.key !== key) setHeld({ key, input });
  const [settled] = useDebouncedValue(held, PAUSE_MS);
  return [settled.input, settled.key === key];
}

/** useDryRun asks what an input would do, a pause after it was last changed; null: there is nothing to ask. */
export function useDryRun<I, T, K extends readonly unknown[]>(
  input: I | null,
  optionsOf: (input: I | null) => Options<T, K>,
): DryRun<T> {
  const [asked, current] = useSettled(input);
  const query = useQuery({ ...optionsOf(asked), enabled: current && asked !== null });
  const [none, answered] = [input === null, current && !query.isPlaceholderData];
  const [data, error] = [query.data ?? null, query.error];
  const waits = !current || (query.isFetching && (data === null || query.isPlaceholderData));
  return {
    result: answered && !none && error === null ? data : null,
    stale: none ? null : data,
    checkedAt: query.dataUpdatedAt,
    error: answered && !none ? error : null,
    checking: !none && waits,
    retry: () => void query.refetch(),
  };
}
