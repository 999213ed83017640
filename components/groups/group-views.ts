import { GroupState, type GroupTotals } from "@/lib/api/groups.ts";

/** GroupViewName is a quick view of the group list: all, those that need attention, or those in one state. */
export type GroupViewName = "all" | "attention" | GroupState;

/** GroupFilter is the part of the list's address that quick views set. */
export type GroupFilter = { state: GroupState | null; attention: boolean | null };

/** viewOf is the quick view that an address stands for. */
export function viewOf({ state, attention }: GroupFilter): GroupViewName {
  return attention ? "attention" : (state ?? "all");
}

/** filterOf is what a quick view asks for. */
export function filterOf(view: GroupViewName): GroupFilter {
  if (view === "all") return { state: null, attention: null };
  return view === "attention" ? { state: null, attention: true } : { state: view, attention: null };
}

/** statesToOffer are the states that some group is in, in Kafka's order, and the one in force. */
export function statesToOffer(totals: GroupTotals | undefined, inForce: GroupState | null): GroupState[] {
  return GroupState.options.filter((state) => state === inForce || (totals?.byState[state] ?? 0) > 0);
}
