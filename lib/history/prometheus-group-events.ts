import { named } from "./group-events.ts";
import type { PromSeries } from "./prometheus-client.ts";
import { eachValue, type Grid, timeAt } from "./prometheus-grid.ts";
import type { StoredEvent } from "./store.ts";

type Moved = { client: string; members: number };

// By group, then by point of the grid, what the series tell there.
function byPoint<T>(answer: PromSeries[], grid: Grid, told: (series: PromSeries, value: number) => T) {
  const groups = new Map<string, Map<number, T[]>>();
  for (const series of answer) {
    const group = series.metric["consumergroup"] ?? "";
    const points = groups.get(group) ?? new Map<number, T[]>();
    groups.set(group, points);
    eachValue(series, grid, (index, text) => {
      const value = told(series, Number(text));
      const others = points.get(index);
      if (others) others.push(value);
      else points.set(index, [value]);
    });
  }
  return groups;
}

/** stateEventsOf makes events of the answers to stateQueries; a group that was not told of before, or no more, changed nothing. */
export function stateEventsOf({ entered, left }: Record<"entered" | "left", PromSeries[]>, grid: Grid): StoredEvent[] {
  const stateOf = ({ metric }: PromSeries) => metric["state"] ?? "";
  const before = byPoint(left, grid, stateOf);
  return [...byPoint(entered, grid, stateOf)].flatMap(([name, points]) =>
    [...points].flatMap(([index, [to]]): StoredEvent[] => {
      const from = before.get(name)?.get(index)?.[0];
      if (from === undefined) return [];
      return [{ at: timeAt(grid, index), code: "state", kind: "group", name, values: { from, to: to! } }];
    }),
  );
}

/** movedGroups names the groups that members joined or left in the answers to memberQueries. */
export function movedGroups({ joined, left }: Record<"joined" | "left", PromSeries[]>): string[] {
  return [...new Set([...joined, ...left].map(({ metric }) => metric["consumergroup"] ?? ""))];
}

/** memberEventsOf makes events of the answers to memberQueries, with how many members the groups had. */
export function memberEventsOf(
  { joined, left, members }: Record<"joined" | "left" | "members", PromSeries[]>,
  grid: Grid,
): StoredEvent[] {
  const movedOf = ({ metric }: PromSeries, count: number): Moved => ({
    client: metric["client_id"] ?? "",
    members: count,
  });
  const [came, went] = [byPoint(joined, grid, movedOf), byPoint(left, grid, movedOf)];
  const sizes = byPoint(members, grid, (_, count) => count);
  return movedGroups({ joined, left }).flatMap((name) => {
    const indexes = new Set([...(came.get(name)?.keys() ?? []), ...(went.get(name)?.keys() ?? [])]);
    return [...indexes].map((index): StoredEvent => {
      const [here, gone] = [came, went].map((moved) => moved.get(name)?.get(index) ?? []) as [Moved[], Moved[]];
      const sizeAt = (at: number) => sizes.get(name)?.get(at)?.[0] ?? 0;
      const counts = { left: total(gone), joined: total(here), before: sizeAt(index - 1), now: sizeAt(index) };
      const values = { ...counts, leftClients: clientsOf(gone), joinedClients: clientsOf(here) };
      return { at: timeAt(grid, index), code: "members", kind: "group", name, values };
    });
  });
}

function total(moved: Moved[]): number {
  return moved.reduce((sum, { members }) => sum + members, 0);
}

function clientsOf(moved: Moved[]): string {
  return named(moved.flatMap(({ client, members }) => Array.from({ length: members }, () => client)));
}
