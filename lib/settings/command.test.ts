import { expect, test } from "vitest";
import { type CommandPart, layoutCommand } from "./command.ts";

const text = (parts: CommandPart[]) =>
  parts.map((part) => (typeof part === "string" ? part : `«${part.value}»`)).join("");
const plain = (parts: CommandPart[]) => parts.map((part) => (typeof part === "string" ? part : part.value)).join("");
const layout = (command: string) => layoutCommand(command)[0]?.map(text);

test("a create command breaks between its options and sets values apart", () => {
  const command =
    "kafka-topics.sh --bootstrap-server eu-1:9092 \\\n  --create --topic customer-addresses \\\n  --partitions 12 --replication-factor 3 \\\n  --config cleanup.policy=compact --config min.compaction.lag.ms=900000";
  expect(layout(command)).toEqual([
    "kafka-topics.sh --bootstrap-server eu-1:9092 --create",
    "--topic «customer-addresses» --partitions «12» --replication-factor «3»",
    "--config cleanup.policy=«compact» --config min.compaction.lag.ms=«900000»",
  ]);
});

test("lists of settings keep their brackets and quotes", () => {
  const command =
    "kafka-configs.sh --bootstrap-server eu-1:9092 --alter --entity-type topics --entity-name orders --add-config 'cleanup.policy=[compact,delete],retention.ms=259200000' --delete-config segment.ms,flush.ms";
  expect(layout(command)).toEqual([
    "kafka-configs.sh --bootstrap-server eu-1:9092 --alter --entity-type topics",
    "--entity-name «orders»",
    "--add-config 'cleanup.policy=«[compact,delete]»,retention.ms=«259200000»'",
    "--delete-config «segment.ms,flush.ms»",
  ]);
});

test("a script of two commands is two, and nothing of it is lost", () => {
  const file = `printf '%s' '{"partitions":[{"topic":"a b","partition":0,"offset":5}],"version":1}' > offsets.json`;
  const tool = "kafka-delete-records.sh --bootstrap-server a:1 --offset-json-file offsets.json";

  const commands = layoutCommand(`${file}\n${tool.replace(" --offset", " \\\n  --offset")}`);
  expect(commands.map((lines) => lines.map(plain).join(" "))).toEqual([file, tool]);
});
