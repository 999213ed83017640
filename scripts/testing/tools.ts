import type { LocalKafka } from "../kafka/index.ts";

const GROUPS = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";

function words(text: string): string[][] {
  return text.split("\n").map((line) => line.trim().split(/\s+/));
}

function ids(list: string | undefined): number[] {
  return (list ?? "").split(",").filter(Boolean).map(Number);
}

/** GroupRow is one line of kafka-consumer-groups.sh --describe; "-" has become null. */
export type GroupRow = {
  group: string;
  topic: string;
  partition: number;
  committed: string | null;
  end: string | null;
  lag: string | null;
  memberId: string | null;
  host: string | null;
  clientId: string | null;
};

/** toolGroupOffsets is kafka-consumer-groups.sh --describe of all groups. */
export async function toolGroupOffsets(kafka: LocalKafka): Promise<GroupRow[]> {
  const rows = words(await kafka.tool(GROUPS, ["--describe", "--all-groups"])).filter(
    ([first, , partition]) => first !== "GROUP" && /^\d+$/.test(partition ?? ""),
  );
  return rows.map((row) => {
    const [group, topic, partition, ...rest] = row;
    const [committed, end, lag, memberId, host, clientId] = rest.map((word) => (word === "-" ? null : word));
    return {
      group: group!,
      topic: topic!,
      partition: Number(partition),
      committed: committed!,
      end: end!,
      lag: lag!,
      memberId: memberId!,
      host: host!,
      clientId: clientId!,
    };
  });
}

/** toolGroupIds is kafka-consumer-groups.sh --list. */
export async function toolGroupIds(kafka: LocalKafka): Promise<string[]> {
  return (await kafka.tool(GROUPS, ["--list"])).split("\n").filter((line) => line !== "");
}

/** GroupStateRow is one line of kafka-consumer-groups.sh --describe --state. */
export type GroupStateRow = {
  group: string;
  coordinator: number;
  assignor: string | null;
  state: string;
  members: number;
};

/** toolGroupStates is kafka-consumer-groups.sh --describe --state of all groups. */
export async function toolGroupStates(kafka: LocalKafka): Promise<GroupStateRow[]> {
  const lines = (await kafka.tool(GROUPS, ["--describe", "--all-groups", "--state"])).split("\n");
  const rows = lines
    .map((line) => /^(\S+)\s+\S+\s+\((\d+)\)\s+(\S+)\s+(\S+)\s+(\d+)\s*$/.exec(line))
    .filter((row) => row !== null);
  return rows.map(([, group, coordinator, assignor, state, members]) => ({
    group: group!,
    coordinator: Number(coordinator),
    assignor: assignor === "-" ? null : assignor!,
    state: state!,
    members: Number(members),
  }));
}

async function describeOffsets(kafka: LocalKafka, command: string, group: string): Promise<string[][]> {
  const text = await kafka.tool(`org.apache.kafka.tools.${command}`, ["--describe", "--offsets", "--group", group]);
  return words(text).filter(([first]) => first === group);
}

/** toolShareOffsets is kafka-share-groups.sh --describe of one group: start offset and lag by "topic-partition". */
export async function toolShareOffsets(
  kafka: LocalKafka,
  group: string,
): Promise<Map<string, { start: string; lag: string }>> {
  const rows = await describeOffsets(kafka, "consumer.group.ShareGroupCommand", group);
  return new Map(
    rows.map(([, topic, partition, start, lag]) => [`${topic}-${partition}`, { start: start!, lag: lag! }]),
  );
}

/** toolStreamsOffsets is kafka-streams-groups.sh --describe --offsets of one group: lag by "topic-partition". */
export async function toolStreamsOffsets(kafka: LocalKafka, group: string): Promise<Map<string, string>> {
  const rows = await describeOffsets(kafka, "streams.StreamsGroupCommand", group);
  return new Map(rows.map(([, topic, partition, lag]) => [`${topic}-${partition}`, lag!]));
}

/** TopicRow is one line of a partition of kafka-topics.sh --describe; leader null = none. */
export type TopicRow = { topic: string; partition: number; leader: number | null; replicas: number[]; isr: number[] };

/** toolTopics is kafka-topics.sh --describe, of all topics or of those that `args` choose ("--under-replicated-partitions"). */
export async function toolTopics(kafka: LocalKafka, args: string[] = []): Promise<TopicRow[]> {
  const text = await kafka.tool("org.apache.kafka.tools.TopicCommand", ["--describe", ...args]);
  const rows = text
    .split("\n")
    .map((line) => /Topic: (\S+)\tPartition: (\d+)\tLeader: (\S+)\tReplicas: (\S*)\tIsr: (\S*)/.exec(line));
  return rows
    .filter((row) => row !== null)
    .map(([, topic, partition, leader, replicas, isr]) => ({
      topic: topic!,
      partition: Number(partition),
      leader: leader === "none" ? null : Number(leader),
      replicas: ids(replicas),
      isr: ids(isr),
    }));
}

/** toolTopicConfigs is the "Configs:" of one topic of kafka-topics.sh --describe: what differs from Kafka's defaults. */
export async function toolTopicConfigs(kafka: LocalKafka, topic: string): Promise<Record<string, string>> {
  const text = await kafka.tool("org.apache.kafka.tools.TopicCommand", ["--describe", "--topic", topic]);
  const pairs = /Configs: (.*)$/m.exec(text)?.[1]?.split(/,(?=[a-z.]+=)/) ?? [];
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

/** toolOffsets is kafka-get-offsets.sh: the offset of each "topic-partition" at a time (-1 end, -2 start). */
export async function toolOffsets(kafka: LocalKafka, time: string): Promise<Map<string, string>> {
  const lines = (await kafka.tool("org.apache.kafka.tools.GetOffsetShell", ["--time", time])).split("\n");
  const rows = lines.map((line) => /^(.+):(\d+):(-?\d+)$/.exec(line)).filter((row) => row !== null);
  return new Map(rows.map(([, topic, partition, offset]) => [`${topic}-${partition}`, offset!]));
}

/** ToolConfig is one setting of kafka-configs.sh --describe --all; `source` is Kafka's word, null when nothing sets it. */
export type ToolConfig = { value: string | null; sensitive: boolean; source: string | null };

/** toolConfigs is kafka-configs.sh --describe --all of one topic or broker, by setting. */
export async function toolConfigs(
  kafka: LocalKafka,
  kind: "topics" | "brokers",
  name: string,
): Promise<Map<string, ToolConfig>> {
  const text = await kafka.tool("kafka.admin.ConfigCommand", [
    "--describe",
    "--all",
    "--entity-type",
    kind,
    "--entity-name",
    name,
  ]);
  const rows = text
    .split("\n")
    .map((line) => /^ {2}([^=\s]+)=(.*) sensitive=(true|false) synonyms=\{(?:([A-Z_]+):)?/.exec(line));
  return new Map(
    rows
      .filter((row) => row !== null)
      .map(([, setting, value, sensitive, source]) => [
        setting!,
        { value: value === "null" ? null : value!, sensitive: sensitive === "true", source: source ?? null },
      ]),
  );
}

/** toolLogSizes is kafka-log-dirs.sh --describe: by broker, the size of each "topic-partition". */
export async function toolLogSizes(kafka: LocalKafka): Promise<Map<number, Map<string, number>>> {
  type Answer = { brokers: { broker: number; logDirs: { partitions: { partition: string; size: number }[] }[] }[] };
  const text = await kafka.tool("org.apache.kafka.tools.LogDirsCommand", ["--describe"]);
  const answer = JSON.parse(text.slice(text.indexOf("{"))) as Answer;
  return new Map(
    answer.brokers.map(({ broker, logDirs }) => [
      broker,
      new Map(logDirs.flatMap(({ partitions }) => partitions.map(({ partition, size }) => [partition, size] as const))),
    ]),
  );
}

/** toolController is the leader of kafka-metadata-quorum.sh describe --status. */
export async function toolController(kafka: LocalKafka): Promise<number> {
  const status = await kafka.tool("org.apache.kafka.tools.MetadataQuorumCommand", ["describe", "--status"]);
  return Number(/^LeaderId:\s+(\d+)/m.exec(status)?.[1]);
}
