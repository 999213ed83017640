/** quoteForShell quotes a word for a POSIX shell when it needs it. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** CommandTarget is the cluster that a command line goes to; a secured one needs a client.properties. */
export type CommandTarget = { bootstrapServers: string[]; secured: boolean };

function line(tool: string, target: CommandTarget, words: string[][]): string {
  const server = ["--bootstrap-server", quoteForShell(target.bootstrapServers.join(","))];
  const client = target.secured ? [["--command-config", "client.properties"]] : [];
  return [[tool, ...server], ...client, ...words].map((group) => group.join(" ")).join(" \\\n  ");
}

/** createTopicCommand is kafka-topics.sh for a new topic. */
export function createTopicCommand(
  target: CommandTarget,
  topic: { name: string; partitions: number; replicationFactor: number; configs: Record<string, string> },
): string {
  return line("kafka-topics.sh", target, [
    ["--create", "--topic", quoteForShell(topic.name)],
    ["--partitions", String(topic.partitions), "--replication-factor", String(topic.replicationFactor)],
    ...Object.entries(topic.configs).map(([name, value]) => ["--config", quoteForShell(`${name}=${value}`)]),
  ]);
}

// kafka-configs.sh takes a list's value in square brackets, since the comma separates settings.
function configPair(name: string, value: string): string {
  return value.includes(",") ? `${name}=[${value}]` : `${name}=${value}`;
}

/** alterConfigsCommand is kafka-configs.sh for a topic's settings: it sets and deletes incrementally. */
export function alterConfigsCommand(
  target: CommandTarget,
  topic: string,
  change: { set: Record<string, string>; delete: string[] },
): string {
  const set = Object.entries(change.set).map(([name, value]) => configPair(name, value));
  return line("kafka-configs.sh", target, [
    ["--alter", "--entity-type", "topics", "--entity-name", quoteForShell(topic)],
    ...(set.length > 0 ? [["--add-config", quoteForShell(set.join(","))]] : []),
    ...(change.delete.length > 0 ? [["--delete-config", quoteForShell(change.delete.join(","))]] : []),
  ]);
}

/** addPartitionsCommand is kafka-topics.sh for more partitions. */
export function addPartitionsCommand(target: CommandTarget, topic: string, count: number): string {
  return line("kafka-topics.sh", target, [["--alter", "--topic", quoteForShell(topic), "--partitions", String(count)]]);
}

/** deleteTopicCommand is kafka-topics.sh for the end of a topic. */
export function deleteTopicCommand(target: CommandTarget, topic: string): string {
  return line("kafka-topics.sh", target, [["--delete", "--topic", quoteForShell(topic)]]);
}

/** deleteRecordsCommand is kafka-delete-records.sh with its file of offsets written by the shell. */
export function deleteRecordsCommand(
  target: CommandTarget,
  topic: string,
  offsets: { partition: number; offset: string }[],
): string {
  const partitions = offsets.map(
    ({ partition, offset }) => `{"topic":${JSON.stringify(topic)},"partition":${partition},"offset":${offset}}`,
  );
  const file = `{"version":1,"partitions":[${partitions.join(",")}]}`;
  return `printf '%s' ${quoteForShell(file)} > offsets.json\n${line("kafka-delete-records.sh", target, [["--offset-json-file", "offsets.json"]])}`;
}
