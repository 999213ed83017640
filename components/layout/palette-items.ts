import type { ClusterSummary } from "@/lib/api/clusters.ts";
import type { SearchHit } from "@/lib/api/search.ts";
import { paths } from "@/lib/paths.ts";

/** PaletteKind is what an entry of the palette leads to. */
export type PaletteKind = SearchHit["kind"] | "page" | "cluster";

/** PaletteItem is one entry of the palette. */
export type PaletteItem = { id: string; kind: PaletteKind; name: string; detail: string; href: string };

const hitPath = { topic: paths.topic, group: paths.group, broker: paths.broker } as const;

/** hitItem makes an entry of a search hit; `detail` is in words. */
export function hitItem(clusterId: string, { kind, name }: SearchHit, detail: string): PaletteItem {
  return { id: `${kind} ${name}`, kind, name, detail, href: hitPath[kind](clusterId, name) };
}

/** clusterItem makes an entry of a configured cluster. */
export function clusterItem({ clusterId, name }: ClusterSummary): PaletteItem {
  return { id: `cluster ${clusterId}`, kind: "cluster", name, detail: "", href: paths.cluster(clusterId) };
}

/** pageItem makes an entry of a page of the product. */
export function pageItem(name: string, href: string): PaletteItem {
  return { id: `page ${href}`, kind: "page", name, detail: "", href };
}

/** matching keeps the entries whose name contains what was typed, case ignored. */
export function matching(items: readonly PaletteItem[], text: string): PaletteItem[] {
  return items.filter(({ name }) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase()));
}

/** splitMatch cuts a name around the first place where what was typed occurs in it: before, the match, after. */
export function splitMatch(name: string, text: string): [string, string, string] {
  const at = text === "" ? -1 : name.toLocaleLowerCase().indexOf(text.toLocaleLowerCase());
  if (at < 0) return [name, "", ""];
  return [name.slice(0, at), name.slice(at, at + text.length), name.slice(at + text.length)];
}
