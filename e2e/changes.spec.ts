import type { Page } from "@playwright/test";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const describeTopic = "org.apache.kafka.tools.TopicCommand";

async function openMenu(page: Page, topic: string, item: RegExp): Promise<void> {
  await page.goto(`/clusters/${CLUSTER_ID}/topics/${topic}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("More partitions: the share of keys that move is said first, and Kafka has them after", async ({
  page,
  kafka,
  axe,
}) => {
  await openMenu(page, "shipments", /Add partitions/);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /New number of partitions/ }).fill("12");
  await expect(dialog.getByText(/of the keys go to another partition/)).toBeVisible();
  await expect(dialog.getByText(/50%|1\/2/).first()).toBeVisible();
  await axe();
  await dialog.getByRole("button", { name: "Add 6 partitions" }).click();
  await expect(page.getByText("shipments has 12 partitions now.")).toBeVisible();
  expect(await kafka.tool(describeTopic, ["--describe", "--topic", "shipments"])).toContain("PartitionCount: 12");
});

test("Deleting records says how many go and who has not read them, and moves the log start", async ({
  page,
  kafka,
}) => {
  await openMenu(page, "sandbox", /Delete records/);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/Deletes about [\d,]+ records for good/)).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Delete the records" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox", { name: /Type sandbox/ }).fill("sandbox");
  await confirm.click();
  await expect(page.getByText(/sandbox: about [\d,]+ records deleted/)).toBeVisible();
  const offsets = async (time: string) =>
    kafka.tool("org.apache.kafka.tools.GetOffsetShell", ["--topic", "sandbox", "--time", time]);
  const lines = (text: string) => text.split("\n").filter((line) => line.startsWith("sandbox:"));
  expect(lines(await offsets("-2"))).toEqual(lines(await offsets("-1")));
});

test("A topic is deleted only once its name is typed, and is gone from list and cluster", async ({
  page,
  kafka,
  allowConsole,
}) => {
  // The page that shows the topic may ask for it once more before it is left.
  allowConsole(/404/);
  await kafka.tool(describeTopic, [
    "--create",
    "--topic",
    "short-lived",
    "--partitions",
    "1",
    "--replication-factor",
    "1",
  ]);
  await openMenu(page, "short-lived", /Delete topic/);
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Delete the topic" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox", { name: /Type short-lived/ }).fill("short-lived");
  await confirm.click();
  await expect(page.getByText("short-lived deleted.")).toBeVisible();
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/topics`);
  await expect(page.getByRole("link", { name: "orders", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "short-lived" })).toHaveCount(0);
  expect(await kafka.tool(describeTopic, ["--list"])).not.toContain("short-lived");
});

test("A topic that somebody else deletes while it is shown is said to be gone, with its last values", async ({
  page,
  kafka,
  allowConsole,
}) => {
  allowConsole(/404/);
  await kafka.tool(describeTopic, [
    "--create",
    "--topic",
    "vanishing",
    "--partitions",
    "2",
    "--replication-factor",
    "1",
  ]);
  await page.goto(`/clusters/${CLUSTER_ID}/topics/vanishing`);
  await expect(page.getByText("2 partitions")).toBeVisible();
  await kafka.tool(describeTopic, ["--delete", "--topic", "vanishing"]);
  await expect(page.getByText("vanishing was deleted")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("link", { name: "All topics" })).toBeVisible();
});
