/** TopicName names a topic and its cluster. */
export type TopicName = { clusterId: string; topic: string };

/** TopicRouteParams are those of every page of a topic, encoded as they stand in the address. */
export type TopicRouteParams = Promise<TopicName>;

/** readTopicName gives the names that the address encodes. */
export async function readTopicName(params: TopicRouteParams): Promise<TopicName> {
  const { clusterId, topic } = await params;
  return { clusterId: decodeURIComponent(clusterId), topic: decodeURIComponent(topic) };
}
