import type { Floor, Floors } from "./floors.ts";
import type { Plan } from "./plan.ts";

/** Targets are what an endpoint should keep: the first read as a multiple of its floor, then milliseconds and bytes on the wire of one within the data's age. Null = none is set. */
export type Targets = { firstToFloor: number | null; cachedMs: number | null; bytes: number | null };

/** Endpoint is one address of the API with its floor and its targets. */
export type Endpoint = { name: string; path: string; floor: Floor; targets: Targets };

const LIST: Targets = { firstToFloor: 1.3, cachedMs: 10, bytes: 30_000 };
const ONE: Targets = { firstToFloor: 1.3, cachedMs: 10, bytes: null };
const NONE: Targets = { firstToFloor: null, cachedMs: null, bytes: null };

/** endpointsOf lists what is measured of a cluster. */
export function endpointsOf(clusterId: string, { topic, groupId }: Plan, floors: Floors): Endpoint[] {
  const at = (path: string) => `/api/clusters/${clusterId}/${path}`;
  const topicPath = `topics/${topic.topic}`;
  return [
    { name: "topics, page of 50", path: at("topics"), floor: floors.topicsPage, targets: LIST },
    {
      name: "topics with readers, totals",
      path: at("topics?include=readers,totals"),
      floor: floors.everyTopic,
      targets: LIST,
    },
    { name: "groups, page of 50", path: at("groups"), floor: floors.groupsPage, targets: LIST },
    { name: "groups of one topic", path: at(`${topicPath}/groups`), floor: floors.topicGroups, targets: ONE },
    { name: "one group", path: at(`groups/${groupId}`), floor: floors.group, targets: ONE },
    { name: "offsets of one group", path: at(`groups/${groupId}/offsets`), floor: floors.group, targets: ONE },
    { name: "one topic", path: at(topicPath), floor: floors.topic, targets: ONE },
    { name: "partitions of one topic", path: at(`${topicPath}/partitions`), floor: floors.partitions, targets: ONE },
    { name: "overview", path: at("overview"), floor: floors.overview, targets: NONE },
  ];
}
