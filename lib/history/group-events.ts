import type { Round } from "./round.ts";
import type { StoredEvent } from "./store.ts";

const mostNamed = 5;

/** notTold is the state of a group whose coordinator was silent: that is no change of it. */
export const notTold = "Unknown";

function stateEvents(round: Round, before: Round): StoredEvent[] {
  return [...round.states].flatMap(([name, to]): StoredEvent[] => {
    const from = before.states.get(name);
    if (from === undefined || from === to || from === notTold || to === notTold) return [];
    return [{ at: round.at, code: "state", kind: "group", name, values: { from, to } }];
  });
}

/** named lists the first of some clients by their names. */
export function named(clients: string[]): string {
  return clients.toSorted().slice(0, mostNamed).join(", ");
}

function without(members: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...members].filter(([memberId]) => !others.has(memberId)).map(([, clientId]) => clientId);
}

function memberEvents(round: Round, before: Round): StoredEvent[] {
  return [...round.members].flatMap(([name, now]): StoredEvent[] => {
    const then = before.members.get(name);
    if (!then || then === now) return [];
    const [left, joined] = [without(then, now), without(now, then)];
    if (left.length === 0 && joined.length === 0) return [];
    const counts = { left: left.length, joined: joined.length, before: then.size, now: now.size };
    const values = { ...counts, leftClients: named(left), joinedClients: named(joined) };
    return [{ at: round.at, code: "members", kind: "group", name, values }];
  });
}

/** groupEvents tells which groups changed their state between two rounds, and of which members left or joined; nothing before the first round, nor of a group that was not known then. */
export function groupEvents(round: Round, before: Round | null): StoredEvent[] {
  return before ? [...memberEvents(round, before), ...stateEvents(round, before)] : [];
}
