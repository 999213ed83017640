import type { Reason } from "@/lib/api/common.ts";

/** reasonCodes are the reasons of a group's status that the catalogue `group.reasons` has words for. */
export const reasonCodes = [
  "LOST_RECORDS",
  "AT_RISK",
  "STOPPED",
  "STALLED",
  "FALLING_BEHIND",
  "BEYOND_END",
  "WENT_BACK",
  "NO_COMMIT",
  "OFFSETS_UNKNOWN",
  "CATCHING_UP",
  "BEHIND",
  "KEEPS_UP",
  "CAUGHT_UP",
] as const;

type Words = {
  count: (value: string | number) => string;
  duration: (ms: number) => string;
  clock: (at: number) => string;
};

/** reasonFigures gives a reason's figures as its words need them: counts as numbers, for plurals, and as shown; times in words, and whether they lie ahead. `statusSince` (ISO), the longer memory, is preferred to what the reason's own samples reach; `since` is "none" where neither tells. */
export function reasonFigures(
  values: Reason["values"],
  statusSince: string | null,
  statusSinceAtLeast: boolean,
  words: Words,
): Record<string, string | number> {
  const { since: own, sinceAtLeast, ms, at, topic, partition, ...counts } = values;
  const since = statusSince === null ? (own ?? null) : Date.parse(statusSince);
  const atLeast = statusSince === null ? sinceAtLeast === 1 : statusSinceAtLeast;
  const figures: Record<string, string | number> = {
    since: since === null ? "none" : words.clock(Number(since)),
    least: atLeast ? "yes" : "no",
  };
  if (ms !== undefined) {
    figures["time"] = words.duration(Number(ms));
    figures["ahead"] = Number(ms) > 0 ? "yes" : "no";
  }
  if (at !== undefined) figures["at"] = words.clock(Number(at));
  if (topic !== undefined) figures["topic"] = topic;
  if (partition !== undefined) figures["partition"] = String(partition);
  for (const [name, value] of Object.entries(counts)) {
    figures[name] = Number(value);
    figures[`${name}Shown`] = words.count(value);
  }
  return figures;
}
