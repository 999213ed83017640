import { createLoader, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { KeyHistorySearch } from "@/lib/api/keys.ts";
import { Decoding } from "@/lib/api/messages.ts";
import { PartitionerName } from "@/lib/api/produce.ts";

/** HISTORY_LIMIT is how many records of a key the page shows: its newest. */
export const HISTORY_LIMIT = 1000;

/** keyParams are the URL's words of the key finder: those of `GET topics/{topic}/messages/key/history`, which end of the history stands on top, and the page of it. */
export const keyParams = {
  key: parseAsString,
  keyAs: parseAsStringLiteral(Decoding.options).withDefault("auto"),
  where: parseAsStringLiteral(["all", "partition"] as const).withDefault("all"),
  partitioner: parseAsStringLiteral(PartitionerName.options).withDefault("murmur2"),
  order: parseAsStringLiteral(["oldest", "newest"] as const).withDefault("oldest"),
  page: parseAsInteger.withDefault(1),
};

/** KeySearch is what the URL says there. */
export type KeySearch = inferParserType<typeof keyParams>;

/** SetKeySearch changes it; null takes a word's default. */
export type SetKeySearch = (change: { [K in keyof KeySearch]?: KeySearch[K] | null }) => unknown;

/** loadKeyParams reads it on the server. */
export const loadKeyParams = createLoader(keyParams);

/** toHistorySearch is the history that the URL asks for; null without a key. */
export function toHistorySearch({ key, keyAs, where, partitioner }: KeySearch): KeyHistorySearch | null {
  if (key === null) return null;
  return { key, keyAs, where, ...(where === "partition" && { partitioner }), limit: String(HISTORY_LIMIT) };
}
