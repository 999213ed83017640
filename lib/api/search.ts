import { z } from "./zod.ts";
import { ReadAnswer } from "./common.ts";

/** SearchHit is a topic, a group or a broker whose name contains what was typed; `detail` is a figure to tell it by (partitions, state, address). */
export const SearchHit = z.object({ kind: z.enum(["topic", "group", "broker"]), name: z.string(), detail: z.string() });
export type SearchHit = z.infer<typeof SearchHit>;

/** SearchQuery is what `GET search` takes. */
export const SearchQuery = z.strictObject({
  q: z.string().max(249).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** SearchAnswer answers `GET search`, best first: names that start with it before names that contain it. */
export const SearchAnswer = ReadAnswer.extend({ items: z.array(SearchHit) });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
