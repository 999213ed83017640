import type { DeleteRecords } from "@/lib/api/topics.ts";

/** deleteModes are the ways to say which records go. */
export const deleteModes = ["all", "offset", "time"] as const;
export type DeleteMode = (typeof deleteModes)[number];

/** Choice is what was chosen: by partition the offset as typed ("" = to the end), and a local time as typed. */
export type Choice = { mode: DeleteMode; offsets: Readonly<Record<number, string>>; time: string };

/** ChoiceError is why there is nothing to ask the broker yet. */
export type ChoiceError = "chooseFirst" | "invalidTime" | "futureTime" | "offset";

/** TO_END is Kafka's word for the high watermark (DeleteRecordsRequest). */
const TO_END = "-1";

const isOffset = (text: string) => text === "" || /^\d{1,19}$/.test(text);

/** wrongOffsets gives the partitions whose typed offset is no whole number. */
export function wrongOffsets({ mode, offsets }: Choice): number[] {
  if (mode !== "offset") return [];
  return Object.entries(offsets).flatMap(([partition, text]) => (isOffset(text) ? [] : [Number(partition)]));
}

function readTime(text: string, now: number): DeleteRecords | ChoiceError {
  const at = text === "" ? Number.NaN : new Date(text).getTime();
  if (Number.isNaN(at)) return "invalidTime";
  return at > now ? "futureTime" : { before: new Date(at).toISOString() };
}

/** toDeleteRecords makes the request of a choice, or says what is missing. `partitions` is how many the topic has, `now` in ms. */
export function toDeleteRecords(choice: Choice, partitions: number, now: number): DeleteRecords | ChoiceError {
  if (choice.mode === "time") return readTime(choice.time, now);
  if (choice.mode === "all")
    return { offsets: Array.from({ length: partitions }, (_, partition) => ({ partition, offset: TO_END })) };
  const offsets = Object.entries(choice.offsets).map(([partition, text]) => ({
    partition: Number(partition),
    offset: text === "" ? TO_END : text,
  }));
  if (offsets.length === 0) return "chooseFirst";
  return wrongOffsets(choice).length > 0 ? "offset" : { offsets };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** toLocalInput writes a moment as <input type="datetime-local"> takes it, in the browser's time. */
export function toLocalInput(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
