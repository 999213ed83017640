import { queryOptions } from "@tanstack/react-query";
import { readLines } from "@/lib/api/lines.ts";
import type { MessageRecord, ScanLine } from "@/lib/api/messages.ts";

/** oneRecordQuery reads one record of a topic: MessageRecord, null when it is gone. At most 64 KiB of its key and value. Fails with ApiError. */
export function oneRecordQuery(clusterId: string, topic: string, place: { partition: number; offset: string }) {
  const { partition, offset } = place;
  const search = new URLSearchParams({
    start: `offset:${offset}`,
    partitions: String(partition),
    limit: "1",
    maxBytes: String(64 * 1024),
  });
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages?${search}`;
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "record", partition, offset],
    queryFn: async ({ signal }) => {
      const found: MessageRecord[] = [];
      const take = (lines: ScanLine[]) => {
        for (const line of lines) if (line.type === "record" && line.offset === offset) found.push(line);
      };
      await readLines<ScanLine>(path, { signal, onLines: take });
      return found[0] ?? null;
    },
    // What lies at an offset does not change.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}
