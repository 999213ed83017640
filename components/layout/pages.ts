import {
  IconWaveSine,
  IconLayoutDashboard,
  IconServer2,
  IconStack2,
  type TablerIcon,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { paths } from "@/lib/paths.ts";

/** Page is one page of a cluster that the navigation leads to; `key` is the second key of its shortcut `g …`, `count` what stands beside it. */
export type Page = {
  id: "overview" | "topics" | "groups" | "brokers" | "throughput";
  icon: TablerIcon;
  key: string;
  href: (clusterId: string) => string;
  count: (cluster: ClusterSummary) => number | null;
};

/** pages are the pages of a cluster, in the navigation's order. */
export const pages: readonly Page[] = [
  { id: "overview", icon: IconLayoutDashboard, key: "o", href: paths.cluster, count: () => null },
  { id: "topics", icon: IconStack2, key: "t", href: (id) => paths.topics(id), count: ({ topics }) => topics },
  { id: "groups", icon: IconUsersGroup, key: "g", href: (id) => paths.groups(id), count: ({ groups }) => groups },
  { id: "brokers", icon: IconServer2, key: "b", href: (id) => paths.brokers(id), count: ({ brokers }) => brokers },
  { id: "throughput", icon: IconWaveSine, key: "h", href: (id) => paths.throughput(id), count: () => null },
];

/** currentPage is the page that an address belongs to; the create page belongs to the topics. */
export function currentPage(pathname: string): Page["id"] | null {
  const [root, , section] = pathname.split("/").filter(Boolean);
  if (root !== "clusters") return null;
  if (section === undefined) return "overview";
  if (section === "create-topic") return "topics";
  return pages.find(({ id }) => id === section)?.id ?? null;
}
