import { paths } from "@/lib/paths.ts";

/** Crumb is one step of the path in the top bar: a page's catalogue key, or a name as it is; the last has no link. */
export type Crumb = {
  page?:
    | "clusters"
    | "overview"
    | "topics"
    | "groups"
    | "brokers"
    | "throughput"
    | "createTopic"
    | "messages"
    | "produce"
    | "partitions"
    | "configs";
  name?: string;
  href?: string;
};

const sections = { topics: paths.topics, groups: paths.groups, brokers: paths.brokers } as const;
const tabs = ["messages", "produce", "partitions", "configs", "groups"] as const;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const itemPath = { topics: paths.topic, groups: paths.group, brokers: paths.broker } as const;

function within(
  clusterId: string,
  section: keyof typeof sections,
  name: string | undefined,
  tab: string | undefined,
): Crumb[] {
  const crumbs: Crumb[] = [{ page: section, href: sections[section](clusterId) }];
  if (name !== undefined) crumbs.push({ name, href: itemPath[section](clusterId, name) });
  const page = tabs.find((known) => known === tab);
  if (page) crumbs.push({ page });
  return crumbs;
}

function afterCluster(clusterId: string, [section, name, tab]: string[]): Crumb[] {
  if (section === undefined) return [{ page: "overview" }];
  if (section === "throughput") return [{ page: "throughput" }];
  if (section === "create-topic") return [{ page: "topics", href: paths.topics(clusterId) }, { page: "createTopic" }];
  if (section === "topics" || section === "groups" || section === "brokers")
    return within(clusterId, section, name, tab);
  return [];
}

/** crumbsOf works a page's path out from its address: the cluster by `clusterName`, the section, the name, the tab. */
export function crumbsOf(pathname: string, clusterName: string | null): Crumb[] {
  const [root, clusterId, ...rest] = pathname.split("/").filter(Boolean).map(decode);
  if (root !== "clusters" || clusterId === undefined) return [{ page: "clusters" }];
  const crumbs: Crumb[] = [
    { name: clusterName ?? clusterId, href: paths.cluster(clusterId) },
    ...afterCluster(clusterId, rest),
  ];
  return crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { ...crumb, href: undefined } : crumb));
}
