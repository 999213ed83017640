import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import {
  addPartitionsCommand,
  alterConfigsCommand,
  createTopicCommand,
  deleteRecordsCommand,
  deleteTopicCommand,
  quoteForShell,
} from "./command-line.ts";

const open = { bootstrapServers: ["a:9092", "b:9092"], secured: false };
const secured = { ...open, secured: true };

// A POSIX shell is the judge of what the words of a line are.
function wordsOf(command: string): string[] {
  const script = `tool() { printf '%s\\0' "$@"; }; ${command.replace(/^[\w-]+\.sh/, "tool")}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

const hostile = [
  "plain",
  "with space",
  "it's",
  `"double"`,
  "$HOME",
  "`id`",
  "a;b",
  "semi\nline",
  "*",
  "",
  "주문",
  "back\\slash",
  "-x",
  "a,b=[c]",
];

test.each(hostile)("a shell reads the quoted word %j as it was", (word) => {
  expect(execFileSync("sh", ["-c", `printf '%s' ${quoteForShell(word)}`], { encoding: "utf8" })).toBe(word);
});

test("words that need no quotes have none", () => {
  expect(["orders-1.eu_west", "a:9092,b:9092", "retention.ms=-1", "/tmp/x"].map(quoteForShell)).toEqual([
    "orders-1.eu_west",
    "a:9092,b:9092",
    "retention.ms=-1",
    "/tmp/x",
  ]);
});

test("a new topic", () => {
  const topic = {
    name: "orders",
    partitions: 12,
    replicationFactor: 3,
    configs: { "cleanup.policy": "compact,delete", "retention.ms": "-1" },
  };
  expect(createTopicCommand(open, topic)).toBe(
    [
      "kafka-topics.sh --bootstrap-server a:9092,b:9092",
      "--create --topic orders",
      "--partitions 12 --replication-factor 3",
      "--config cleanup.policy=compact,delete",
      "--config retention.ms=-1",
    ].join(" \\\n  "),
  );
});

test("a secured cluster needs its client's properties", () => {
  expect(deleteTopicCommand(secured, "orders")).toBe(
    "kafka-topics.sh --bootstrap-server a:9092,b:9092 \\\n  --command-config client.properties \\\n  --delete --topic orders",
  );
});

test("changed settings: set and reset in one line, a list in square brackets", () => {
  const change = {
    set: { "retention.ms": "5", "cleanup.policy": "compact,delete" },
    delete: ["segment.ms", "segment.bytes"],
  };
  const where = [
    "--bootstrap-server",
    "a:9092,b:9092",
    "--alter",
    "--entity-type",
    "topics",
    "--entity-name",
    "orders",
  ];
  const what = [
    "--add-config",
    "retention.ms=5,cleanup.policy=[compact,delete]",
    "--delete-config",
    "segment.ms,segment.bytes",
  ];
  expect(wordsOf(alterConfigsCommand(open, "orders", change))).toEqual([...where, ...what]);
});

test("only set, or only reset, leaves the other option out", () => {
  const set = wordsOf(alterConfigsCommand(open, "orders", { set: { a: "1" }, delete: [] }));
  const reset = wordsOf(alterConfigsCommand(open, "orders", { set: {}, delete: ["a"] }));
  expect(set.slice(-3)).toEqual(["orders", "--add-config", "a=1"]);
  expect(reset.slice(-3)).toEqual(["orders", "--delete-config", "a"]);
});

test("more partitions", () => {
  expect(wordsOf(addPartitionsCommand(open, "orders", 24))).toEqual([
    "--bootstrap-server",
    "a:9092,b:9092",
    "--alter",
    "--topic",
    "orders",
    "--partitions",
    "24",
  ]);
});

test("deleted records: the shell writes the file that Kafka reads", () => {
  const command = deleteRecordsCommand(open, "it's", [
    { partition: 0, offset: "5" },
    { partition: 2, offset: "-1" },
  ]);
  const [write, run] = command.split(" > offsets.json\n");
  expect(JSON.parse(execFileSync("sh", ["-c", write!], { encoding: "utf8" }))).toEqual({
    version: 1,
    partitions: [
      { topic: "it's", partition: 0, offset: 5 },
      { topic: "it's", partition: 2, offset: -1 },
    ],
  });
  expect(run).toBe("kafka-delete-records.sh --bootstrap-server a:9092,b:9092 \\\n  --offset-json-file offsets.json");
});
