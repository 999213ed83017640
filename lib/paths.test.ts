import { expect, test } from "vitest";
import { paths } from "./paths.ts";

const cluster = "prod eu";
const name = "a/b?c#d é";

test("paths are these, whatever stands in a name", () => {
  expect({
    clusters: paths.clusters(),
    cluster: paths.cluster(cluster),
    brokers: paths.brokers(cluster),
    broker: paths.broker(cluster, 4),
    brokerConfigs: paths.brokerConfigs(cluster, 4),
    topics: paths.topics(cluster),
    createTopic: paths.createTopic(cluster),
    topic: paths.topic(cluster, name),
    topicPartitions: paths.topicPartitions(cluster, name),
    topicConfigs: paths.topicConfigs(cluster, name),
    topicGroups: paths.topicGroups(cluster, name),
    topicMessages: paths.topicMessages(cluster, name),
    topicKey: paths.topicKey(cluster, name),
    topicLatest: paths.topicLatest(cluster, name),
    topicDuplicates: paths.topicDuplicates(cluster, name),
    topicCompare: paths.topicCompare(cluster, name),
    topicProduce: paths.topicProduce(cluster, name),
    groups: paths.groups(cluster),
    group: paths.group(cluster, name),
    throughput: paths.throughput(cluster),
  } satisfies Record<keyof typeof paths, string>).toMatchInlineSnapshot(`
    {
      "broker": "/clusters/prod%20eu/brokers/4",
      "brokerConfigs": "/clusters/prod%20eu/brokers/4/configs",
      "brokers": "/clusters/prod%20eu/brokers",
      "cluster": "/clusters/prod%20eu",
      "clusters": "/",
      "createTopic": "/clusters/prod%20eu/create-topic",
      "group": "/clusters/prod%20eu/groups/a%2Fb%3Fc%23d%20%C3%A9",
      "groups": "/clusters/prod%20eu/groups",
      "throughput": "/clusters/prod%20eu/throughput",
      "topic": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9",
      "topicCompare": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/messages/compare",
      "topicConfigs": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/configs",
      "topicDuplicates": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/messages/duplicates",
      "topicGroups": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/groups",
      "topicKey": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/messages/key",
      "topicLatest": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/messages/latest",
      "topicMessages": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/messages",
      "topicPartitions": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/partitions",
      "topicProduce": "/clusters/prod%20eu/topics/a%2Fb%3Fc%23d%20%C3%A9/produce",
      "topics": "/clusters/prod%20eu/topics",
    }
  `);
});

test("a query string leaves out what is not set", () => {
  expect(paths.topics("prod", { search: "a&b", page: 2, sort: "", internal: undefined, view: null })).toBe(
    "/clusters/prod/topics?search=a%26b&page=2",
  );
  expect(paths.topics("prod", {})).toBe("/clusters/prod/topics");
});
