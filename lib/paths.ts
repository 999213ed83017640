/** Search is what a link may carry in its query string; undefined, null and "" are left out. */
export type Search = Record<string, string | number | boolean | null | undefined>;

function withSearch(path: string, search: Search = {}): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}

const segment = encodeURIComponent;
const under = (clusterId: string, path = "") => `/clusters/${segment(clusterId)}${path}`;
const topicPath = (clusterId: string, topic: string, tab = "") => under(clusterId, `/topics/${segment(topic)}${tab}`);
const brokerPath = (clusterId: string, brokerId: number | string, tab = "") =>
  under(clusterId, `/brokers/${segment(String(brokerId))}${tab}`);
const groupPath = (clusterId: string, groupId: string) => under(clusterId, `/groups/${segment(groupId)}`);

/** paths makes every link of the product. The create page stands beside the topics, since a topic may bear any name that a folder could have. */
export const paths = {
  clusters: () => "/",
  cluster: (clusterId: string) => under(clusterId),
  brokers: (clusterId: string, search?: Search) => withSearch(under(clusterId, "/brokers"), search),
  broker: (clusterId: string, brokerId: number | string) => brokerPath(clusterId, brokerId),
  brokerConfigs: (clusterId: string, brokerId: number | string, search?: Search) =>
    withSearch(brokerPath(clusterId, brokerId, "/configs"), search),
  topics: (clusterId: string, search?: Search) => withSearch(under(clusterId, "/topics"), search),
  createTopic: (clusterId: string, search?: Search) => withSearch(under(clusterId, "/create-topic"), search),
  topic: (clusterId: string, topic: string) => topicPath(clusterId, topic),
  topicPartitions: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/partitions"), search),
  topicConfigs: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/configs"), search),
  topicGroups: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/groups"), search),
  topicMessages: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/messages"), search),
  topicKey: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/messages/key"), search),
  topicLatest: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/messages/latest"), search),
  topicDuplicates: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/messages/duplicates"), search),
  topicCompare: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/messages/compare"), search),
  topicProduce: (clusterId: string, topic: string, search?: Search) =>
    withSearch(topicPath(clusterId, topic, "/produce"), search),
  throughput: (clusterId: string, search?: Search) => withSearch(under(clusterId, "/throughput"), search),
  groups: (clusterId: string, search?: Search) => withSearch(under(clusterId, "/groups"), search),
  group: (clusterId: string, groupId: string, search?: Search) => withSearch(groupPath(clusterId, groupId), search),
} as const;
