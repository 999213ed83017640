import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalKafka, startKafka } from "../kafka/index.ts";
import { waitUntil } from "../kafka/processes.ts";
import { READERS } from "./readers.ts";
import { type Scenario, startScenario } from "./scenario.ts";

const GROUPS = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";
const OFFSETS = "org.apache.kafka.tools.GetOffsetShell";

let kafka: LocalKafka;
let scenario: Scenario;

beforeAll(async () => {
  kafka = await startKafka();
  scenario = await startScenario(kafka.bootstrap);
});

afterAll(async () => {
  await scenario.stop();
  await kafka.stop();
});

type GroupRow = { committed: number; end: number; member: string };

/** groupRows reads `kafka-consumer-groups.sh --describe`: one row a partition with a commit or a member. */
async function groupRows(group: string): Promise<GroupRow[]> {
  const text = await kafka.tool(GROUPS, ["--describe", "--group", group]);
  const lines = text.split("\n").filter((line) => line.startsWith(`${group} `));
  return lines.map((line) => {
    const [, , , committed, end, , member] = line.split(/\s+/);
    return { committed: Number(committed), end: Number(end), member: member ?? "-" };
  });
}

function committedBy(rows: GroupRow[]): number {
  return rows.reduce((sum, row) => sum + row.committed, 0);
}

function lagOf(rows: GroupRow[]): number {
  return rows.reduce((sum, row) => sum + row.end - row.committed, 0);
}

async function offsets(topic: string, time: "earliest" | "latest"): Promise<number[]> {
  const text = await kafka.tool(OFFSETS, ["--topic", topic, "--time", time]);
  return text
    .trim()
    .split("\n")
    .map((line) => Number(line.split(":")[2]));
}

async function states(): Promise<Map<string, string>> {
  const text = await kafka.tool(GROUPS, ["--list", "--state"]);
  const rows = text.trim().split("\n").slice(1);
  return new Map(rows.map((row) => row.trim().split(/\s+/)).map(([group, state]) => [group ?? "", state ?? ""]));
}

test("groups with members become stable, groups without members stay empty", async () => {
  const empty = ["audit-archive", "loyalty-sync", "nightly-export"].map((group) => [group, "Empty"]);
  const stable = [...new Set(READERS.map(({ group }) => group))].map((group) => [group, "Stable"]);
  const expected: Record<string, string> = Object.fromEntries([...empty, ...stable]);
  let seen = new Map<string, string>();
  await waitUntil(async () => {
    seen = await states();
    return Object.entries(expected).every(([group, state]) => seen.get(group) === state);
  }, 50_000);
  expect(Object.fromEntries(seen)).toEqual(expected);
});

test("audit-archive lost records, loyalty-sync is beyond the end, nightly-export lacks commits", async () => {
  const logStart = await offsets("audit-log", "earliest");
  const archive = await groupRows("audit-archive");
  expect(archive.every(({ committed }, partition) => committed < logStart[partition]!)).toBe(true);
  const loyalty = await groupRows("loyalty-sync");
  expect(loyalty.map(({ committed, end }) => committed > end)).toEqual([true, true, false]);
  expect(await groupRows("nightly-export")).toHaveLength(8);
});

test("returns-desk is alive and does not move; mailer moves, but too slowly", async () => {
  const desk = await groupRows("returns-desk");
  const mail = await groupRows("mailer");
  const moved = await waitUntil(async () => {
    const rows = await groupRows("mailer");
    return committedBy(rows) > committedBy(mail) && lagOf(rows) > lagOf(mail);
  }, 45_000);
  expect(moved).toBe(true);
  const deskLater = await groupRows("returns-desk");
  expect(deskLater.every(({ member }) => member.startsWith("returns-desk-1"))).toBe(true);
  expect(committedBy(deskLater)).toBe(committedBy(desk));
  expect(lagOf(deskLater)).toBeGreaterThan(0);
});

test("orders is skewed by one key, newsletter-signups is empty, payments has an open transaction now and then", async () => {
  const orders = await offsets("orders", "latest");
  const total = orders.reduce((sum, count) => sum + count, 0);
  expect(Math.max(...orders) / total).toBeGreaterThan(0.3);
  expect(await offsets("newsletter-signups", "latest")).toEqual([0, 0, 0]);
  const describe = ["describe", "--transactional-id", "payment-gateway-1"];
  const open = await waitUntil(async () => {
    const text = await kafka.tool("org.apache.kafka.tools.TransactionsCommand", describe);
    return text.includes("Ongoing");
  }, 55_000);
  expect(open).toBe(true);
});
