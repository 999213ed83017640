import { MESSAGES_TARGETS, type MessagesResult, type SearchResult } from "./messages.ts";
import { RECORDS } from "./messages-topic.ts";
import { layOut, mebibytes, times, verdict } from "./table.ts";

function rate(seconds: number): string {
  return `${(RECORDS / seconds / 1_000_000).toFixed(2)}M/s`;
}

function target({ ratio, leastRatio }: SearchResult): string {
  return leastRatio === null ? "-" : `>= ${leastRatio} ${ratio >= leastRatio ? "met" : "MISSED"}`;
}

/** messagesTable writes how fast records are searched, and what that costs the server and other pages. */
export function messagesTable({ searches, residentMib, meanwhile }: MessagesResult): string {
  const rows = searches.map((one) => [
    `${one.codec}: ${one.name}`,
    rate(one.ours.median),
    rate(one.kcat.median),
    one.ratio.toFixed(2),
    target(one),
  ]);
  const { residentMib: most, meanwhileMs } = MESSAGES_TARGETS;
  return `Search over ${RECORDS} records (medians of ${searches.length > 0 ? "five" : "no"} runs, in turns):
${layOut([["search", "records", "kcat | grep", "times as fast", "target"], ...rows])}
  Memory of the server while it scans, at most: ${mebibytes(residentMib)}, ${verdict(residentMib, most, " MiB")}
  Topic list meanwhile: ${times(meanwhile)} ms, ${verdict(meanwhile.median, meanwhileMs, " ms")}
`;
}
