import { keepPreviousData, queryOptions, skipToken, useMutation } from "@tanstack/react-query";
import { apiSend } from "@/lib/api/client.ts";
import type { CopyInput, CopyLine } from "@/lib/api/copy.ts";
import { readLines } from "@/lib/api/lines.ts";
import type { MessageRecord, ScanLine } from "@/lib/api/messages.ts";
import type { ProduceInput, ProduceResult } from "@/lib/api/produce.ts";
import { DRY_RUN, useReadAgain } from "./read-again.ts";

const pathOf = (clusterId: string, topic: string) =>
  `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages`;

/** MOST_READ_BYTES is how large a key or value may be to be written again from the browser. */
export const MOST_READ_BYTES = 5_000_000;

/** checkProduceQuery tells what producing would do: ProduceResult. Nothing is written. Fails with ApiError, its `fields` naming what was refused. */
export function checkProduceQuery(clusterId: string, topic: string, input: ProduceInput | null) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "produce", DRY_RUN, input],
    queryFn:
      input === null
        ? skipToken
        : () => apiSend<ProduceResult>("POST", pathOf(clusterId, topic), input, { validateOnly: true }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
}

/** sendRecords writes records: ProduceResult. Throws ApiError, its `fields` naming the elements that were refused; then nothing was written. */
export function sendRecords(clusterId: string, topic: string, input: ProduceInput): Promise<ProduceResult> {
  return apiSend<ProduceResult>("POST", pathOf(clusterId, topic), input);
}

/** useProduce writes records to a topic. */
export function useProduce(clusterId: string, topic: string) {
  const readAgain = useReadAgain(clusterId);
  return useMutation({
    mutationFn: (input: ProduceInput) => sendRecords(clusterId, topic, input),
    onSettled: () => readAgain(),
  });
}

/** sourceRecordQuery reads one record with the bytes of its key and value as base64: MessageRecord, or null when it is not there any more. Fails with ApiError. */
export function sourceRecordQuery(
  clusterId: string,
  topic: string,
  place: { partition: number; offset: string } | null,
) {
  const search = (partition: number, offset: string) =>
    new URLSearchParams({
      start: `offset:${offset}`,
      end: `offset:${BigInt(offset) + 1n}`,
      partitions: String(partition),
      limit: "1",
      keyAs: "base64",
      valueAs: "base64",
      maxBytes: String(MOST_READ_BYTES),
    });
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "record", place],
    queryFn:
      place === null
        ? skipToken
        : async ({ signal }) => {
            const found: MessageRecord[] = [];
            await readLines<ScanLine>(
              `${pathOf(clusterId, topic)}?${search(place.partition, place.offset).toString()}`,
              {
                signal,
                onLines: (lines) => found.push(...lines.filter((line) => line.type === "record")),
              },
            );
            return found.find(({ offset }) => offset === place.offset) ?? null;
          },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** copyRecords copies records of a topic, or with `validateOnly` counts them; `onLines` gets the lines of the answer as they come. Throws ApiError, and what `signal` was aborted with. */
export function copyRecords(
  clusterId: string,
  topic: string,
  body: CopyInput,
  options: { validateOnly: boolean; signal: AbortSignal; onLines: (lines: CopyLine[]) => void },
): Promise<void> {
  const { validateOnly, signal, onLines } = options;
  return readLines<CopyLine>(`${pathOf(clusterId, topic)}/copy${validateOnly ? "?validateOnly=true" : ""}`, {
    signal,
    onLines,
    body,
  });
}
