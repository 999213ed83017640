import type { TopicsSearch } from "@/app/clusters/[clusterId]/topics/search-params.ts";

/** SetTopicsSearch changes what the URL says; null is the default. */
export type SetTopicsSearch = (
  change: { [K in keyof TopicsSearch]?: TopicsSearch[K] | null },
  options?: { history?: "push" | "replace" },
) => unknown;

/** topicViews are the quick views of the topic list; all but the first are flags of its query. */
export const topicViews = ["all", "attention", "compacted", "empty"] as const;

/** TopicView is one of them. */
export type TopicView = (typeof topicViews)[number];

/** viewOf is the quick view that the URL says. */
export function viewOf(search: TopicsSearch): TopicView {
  return topicViews.find((view) => view !== "all" && search[view]) ?? "all";
}

/** inView is the change that brings a quick view into sight, from its first page. */
export function inView(view: TopicView) {
  return { attention: view === "attention", compacted: view === "compacted", empty: view === "empty", page: null };
}

/** noFilter is the change that clears search and filters. */
export const noFilter = { ...inView("all"), search: null, underReplicated: null };

/** isFiltered tells whether the search or a filter leaves topics out (internal ones are left out from the start). */
export function isFiltered(search: TopicsSearch): boolean {
  return search.search !== "" || search.underReplicated || viewOf(search) !== "all";
}
