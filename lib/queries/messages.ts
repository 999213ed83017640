import { queryOptions } from "@tanstack/react-query";
import { readLines } from "@/lib/api/lines.ts";
import type { Decoding, MessageRecord, MessagesSearch, ScanLine } from "@/lib/api/messages.ts";

/** messagesPath is the address of a scan of a topic; what is "" or left out is the API's default. */
export function messagesPath(clusterId: string, topic: string, search: MessagesSearch): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(given).toString();
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages`;
  return query === "" ? path : `${path}?${query}`;
}

/** RecordAsk names one record and how it is to be read; `maxBytes` is how much of its key and value comes, the API's default when left out. */
export type RecordAsk = {
  partition: number;
  offset: string;
  keyAs: Decoding;
  valueAs: Decoding;
  maxBytes?: number;
};

/** wholeBytes is the most of a key or a value that the API gives. */
export const wholeBytes = 64 * 1024 * 1024;

function toSearch({ partition, offset, keyAs, valueAs, maxBytes }: RecordAsk): MessagesSearch {
  return {
    start: `offset:${offset}`,
    end: `offset:${BigInt(offset) + 1n}`,
    partitions: String(partition),
    limit: "1",
    keyAs,
    valueAs,
    ...(maxBytes !== undefined && { maxBytes: String(maxBytes) }),
  };
}

async function readRecord(path: string, signal: AbortSignal): Promise<MessageRecord | null> {
  let found: MessageRecord | null = null;
  let failure: string | null = null;
  await readLines<ScanLine>(path, {
    signal,
    onLines: (lines) => {
      for (const line of lines) {
        if (line.type === "record") found ??= line;
        if (line.type === "partition-error") failure = line.message;
      }
    },
  });
  if (found === null && failure !== null) throw new Error(failure);
  return found;
}

/** recordQuery reads one record, null when there is none at that offset (deleted, compacted away, or not yet written). A record never changes, so it is read once. Fails with ApiError, or Error when its partition cannot be read. */
export function recordQuery(clusterId: string, topic: string, ask: RecordAsk) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "record", ask],
    queryFn: ({ signal }) => readRecord(messagesPath(clusterId, topic, toSearch(ask)), signal),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
