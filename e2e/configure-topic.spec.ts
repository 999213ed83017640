import type { LocalKafka } from "../scripts/kafka/index.ts";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const configCommand = "kafka.admin.ConfigCommand";

async function settingsOf(kafka: LocalKafka, topic: string): Promise<string> {
  return kafka.tool(configCommand, ["--describe", "--entity-type", "topics", "--entity-name", topic]);
}

test("Keeping records shorter says what is lost, asks for the name, and leaves the other settings alone", async ({
  page,
  kafka,
  axe,
}) => {
  await page.goto(`/clusters/${CLUSTER_ID}/topics/emails/configs?edit=retention.ms%3D3600000`);
  await page.getByRole("button", { name: "Review 1 change" }).click();
  const apply = page.getByRole("button", { name: /Apply 1 change/ });
  await expect(page.getByText(/Kafka accepts/)).toBeVisible();
  await expect(page.getByText(/kafka-configs\.sh/).first()).toBeVisible();
  await expect(page.getByText(/for good/).first()).toBeVisible();
  await expect(apply).toBeDisabled();
  await axe();
  await page.getByRole("textbox", { name: /Type emails/ }).fill("emails");
  await apply.click();
  await expect(apply).toBeHidden();
  const told = await settingsOf(kafka, "emails");
  expect(told).toContain("retention.ms=3600000");
  expect(told).toContain("min.insync.replicas=2");
});

test("A setting goes back to its default, and the tool shows it gone", async ({ page, kafka }) => {
  expect(await settingsOf(kafka, "audit-log")).toContain("max.message.bytes=262144");
  await page.goto(`/clusters/${CLUSTER_ID}/topics/audit-log/configs?edit=max.message.bytes`);
  await page.getByRole("button", { name: "Review 1 change" }).click();
  await expect(page.getByText(/Kafka accepts/)).toBeVisible();
  await page.getByRole("button", { name: /Apply 1 change/ }).click();
  await expect(page.getByRole("button", { name: /Apply 1 change/ })).toBeHidden();
  expect(await settingsOf(kafka, "audit-log")).not.toContain("max.message.bytes=262144");
  expect(await settingsOf(kafka, "audit-log")).toContain("retention.ms=7776000000");
});

test("A value that the broker refuses is refused at its setting, and nothing is lost", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/400/);
  await page.goto(`/clusters/${CLUSTER_ID}/topics/returns/configs?edit=segment.bytes%3D10`);
  await expect(page.getByText(/segment\.bytes: Value must be at least|must be at least/).first()).toBeVisible();
  await page.getByRole("button", { name: "Review 1 change" }).click();
  await expect(page.getByRole("button", { name: /Apply 1 change/ })).toBeDisabled();
  await expect(page).toHaveURL(/segment\.bytes/);
});
