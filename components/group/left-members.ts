import type { HistoryEvent } from "@/lib/api/history.ts";

/** LeftMember is a client that read in a group and does not any more, and when it left (epoch ms). */
export type LeftMember = { clientId: string; at: number };

/** Leaving is what events tell of members that are gone: those that have a name, the last to leave first, and, when there are fewer now than before the last one left, how many there were until when (epoch ms). */
export type Leaving = { left: LeftMember[]; before: { count: number; at: number } | null };

const namesIn = (list: string | number | undefined) => (list ? String(list).split(", ") : []);

/** findLeaving reads it from a group's events in the order of time; `present` are the client ids of its members now. */
export function findLeaving(events: readonly HistoryEvent[], present: readonly string[]): Leaving {
  const left = new Map<string, number>();
  let before: Leaving["before"] = null;
  for (const { at, code, values } of events) {
    if (code !== "members") continue;
    for (const clientId of namesIn(values["leftClients"])) left.set(clientId, at);
    for (const clientId of namesIn(values["joinedClients"])) left.delete(clientId);
    if (Number(values["left"]) > 0) before = { count: Number(values["before"]), at };
  }
  for (const clientId of present) left.delete(clientId);
  return {
    left: [...left].map(([clientId, at]) => ({ clientId, at })).toSorted((a, b) => b.at - a.at),
    before: before && before.count > present.length ? before : null,
  };
}
