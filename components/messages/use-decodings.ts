"use client";

import { useLocalStorage } from "@mantine/hooks";
import { Decoding } from "@/lib/api/messages.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import type { Decodings } from "./messages-search.ts";

const orAuto = (value: unknown): Decoding => Decoding.safeParse(value).data ?? "auto";

/** useDecodings remembers in the browser how a topic's keys and values are to be read. */
export function useDecodings({ clusterId, topic }: TopicName): [Decodings, (change: Partial<Decodings>) => void] {
  const [stored, setStored] = useLocalStorage<Partial<Decodings>>({
    key: `highwater-decode ${clusterId} ${topic}`,
    defaultValue: {},
  });
  const known = { key: orAuto(stored.key), value: orAuto(stored.value) };
  return [known, (change) => setStored({ ...known, ...change })];
}
