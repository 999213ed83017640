import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { Decoding, type MessagesSearch, ScanEnd, ScanStart } from "@/lib/api/messages.ts";

const parseAsStart = createParser({
  parse: (text) => ScanStart.safeParse(text).data ?? null,
  serialize: (value: string) => value,
});
const parseAsEnd = createParser({
  parse: (text) => ScanEnd.safeParse(text).data ?? null,
  serialize: (value: string) => value,
});

/** DEFAULT_LIMIT is how many records the page opens with. */
export const DEFAULT_LIMIT = 50;

/** baseColumns are the columns that every record has, in their order. */
export const baseColumns = ["time", "partition", "offset", "key", "value", "size"] as const;

/** sortColumns puts the columns of every record in their order, and fields of the value before the value. */
export function sortColumns(ids: readonly string[]): string[] {
  const rank = (id: string) => {
    const base = (baseColumns as readonly string[]).indexOf(id);
    return base === -1 ? baseColumns.indexOf("value") - 0.5 : base;
  };
  return ids.toSorted((a, b) => rank(a) - rank(b));
}

/** messagesParams are the URL's words of the messages page: those of `GET topics/{topic}/messages`, the record that is open (`P-N`), and the columns (beside the base ones, fields as `value.status`). */
export const messagesParams = {
  start: parseAsStart.withDefault("newest"),
  end: parseAsEnd.withDefault("now"),
  limit: parseAsInteger.withDefault(DEFAULT_LIMIT),
  partitions: parseAsString.withDefault(""),
  contains: parseAsString.withDefault(""),
  caseSensitive: parseAsBoolean.withDefault(false),
  key: parseAsString,
  header: parseAsString.withDefault(""),
  filter: parseAsString.withDefault(""),
  isolation: parseAsStringLiteral(["read_uncommitted", "read_committed"] as const).withDefault("read_uncommitted"),
  order: parseAsStringLiteral(["time", "offset"] as const).withDefault("time"),
  keyAs: parseAsStringLiteral(Decoding.options),
  valueAs: parseAsStringLiteral(Decoding.options),
  record: parseAsString,
  columns: parseAsArrayOf(parseAsString).withDefault([...baseColumns]),
};

/** MessagesUrl is what the URL says there. */
export type MessagesUrl = inferParserType<typeof messagesParams>;

/** loadMessagesParams reads it on the server. */
export const loadMessagesParams = createLoader(messagesParams);

/** Decodings are how keys and values are read when the URL does not say. */
export type Decodings = { key: Decoding; value: Decoding };

/** toScanSearch is the scan that the URL asks for; what the API would take anyway is left out. */
export function toScanSearch(url: MessagesUrl, remembered: Decodings): MessagesSearch {
  const keyAs = url.keyAs ?? remembered.key;
  const valueAs = url.valueAs ?? remembered.value;
  return {
    ...(url.start !== "newest" && { start: url.start }),
    ...(url.end !== "now" && { end: url.end }),
    limit: String(Math.min(100_000, Math.max(1, url.limit))),
    ...(url.partitions !== "" && { partitions: url.partitions }),
    ...(url.contains !== "" && { contains: url.contains }),
    ...(url.contains !== "" && url.caseSensitive && { caseSensitive: "true" }),
    ...(url.key !== null && url.key !== "" && { key: url.key }),
    ...(url.header !== "" && { header: url.header }),
    ...(url.filter !== "" && { filter: url.filter }),
    ...(url.isolation !== "read_uncommitted" && { isolation: url.isolation }),
    ...(url.order !== "time" && { order: url.order }),
    ...(keyAs !== "auto" && { keyAs }),
    ...(valueAs !== "auto" && { valueAs }),
  };
}

/** noFilters are the URL's words of a page that keeps every record. */
export const noFilters = {
  contains: null,
  caseSensitive: null,
  key: null,
  header: null,
  filter: null,
  partitions: null,
} as const;

/** isFiltered tells whether something is looked for. */
export function isFiltered(url: MessagesUrl): boolean {
  return url.contains !== "" || url.filter !== "" || url.header !== "" || (url.key ?? "") !== "";
}

/** RecordName names a record within its topic. */
export type RecordName = { partition: number; offset: string };

/** recordId writes a record's name as the URL does: `3-128`. */
export function recordId({ partition, offset }: RecordName): string {
  return `${partition}-${offset}`;
}

/** parseRecordId reads it; null when it is none. */
export function parseRecordId(text: string | null): RecordName | null {
  const found = /^(\d{1,9})-(\d{1,19})$/.exec(text ?? "");
  return found ? { partition: Number(found[1]), offset: found[2]! } : null;
}
