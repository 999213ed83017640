import { expect, test } from "vitest";
import { commandText } from "./command-text.ts";

test("commandText joins the lines so that a shell reads one command", () => {
  const lines = [
    ["kafka-topics.sh --create --topic ", { value: "orders" }],
    ["--partitions ", { value: "12" }],
  ];
  expect(commandText(lines)).toBe("kafka-topics.sh --create --topic orders \\\n  --partitions 12");
});
