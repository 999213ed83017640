"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { skipToken, useQuery, type UseQueryOptions } from "@tanstack/react-query";

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

/** useDryRun asks what an input would do, a pause after it was last changed; null: there is nothing to ask. */
export function useDryRun<I, T, K extends readonly unknown[]>(
  input: I | null,
  optionsOf: (input: I) => Options<T, K>,
): DryRun<T> {
  const wanted = JSON.stringify(input);
  const [settled] = useDebouncedValue(wanted, PAUSE_MS);
  const asked = JSON.parse(settled) as I | null;
  const current = wanted === settled;
  const nothing: Options<T, K> = { queryKey: ["nothing-to-ask"] as readonly unknown[] as K, queryFn: skipToken };
  const query = useQuery(asked === null ? nothing : { ...optionsOf(asked), enabled: current });
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
