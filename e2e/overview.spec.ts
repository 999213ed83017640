import { CLUSTER_ID, expect, test } from "./fixtures.ts";

test("From the clusters to what needs attention, and on to the group that it is about", async ({ page, axe }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Clusters" })).toBeVisible();
  await axe();
  await page.getByRole("link", { name: CLUSTER_ID }).first().click();
  await expect(page.getByText("Needs attention")).toBeVisible();
  await expect(page.getByText(/of \d+ checks/)).toBeVisible();
  await axe();
  const line = page.getByRole("listitem").filter({ hasText: "nightly-export" }).filter({ hasText: "has stopped" });
  await line.getByRole("link", { name: "Open group" }).click();
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/groups/nightly-export`);
  await expect(page.getByRole("heading", { level: 1, name: "nightly-export" })).toBeVisible();
});

test("The overview names the real controller, as kafka-metadata-quorum tells it", async ({ page, kafka }) => {
  const status = await kafka.tool("org.apache.kafka.tools.MetadataQuorumCommand", ["describe", "--status"]);
  const leader = /LeaderId:\s+(\d+)/.exec(status)?.[1];
  await page.goto(`/clusters/${CLUSTER_ID}`);
  await expect(page.getByText(`Controller ${leader} · quorum 3 of 3`)).toBeVisible();
});

test("Brokers: the table leads to one broker, its log directories and its configuration", async ({ page, axe }) => {
  await page.goto(`/clusters/${CLUSTER_ID}/brokers`);
  const table = page.getByRole("table").first();
  await expect(table.getByRole("row").filter({ hasText: "zone-b" })).toHaveCount(1);
  await axe();
  await table.getByRole("row").filter({ hasText: "zone-b" }).getByRole("link").first().click();
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/brokers/2`);
  await axe();
  await page.getByRole("link", { name: /Configuration/ }).click();
  await expect(page).toHaveURL(/brokers\/2\/configs/);
  await page.getByRole("searchbox", { name: /search/i }).fill("num.io.threads");
  await expect(page.getByRole("row").filter({ hasText: "num.io.threads" }).first()).toBeVisible();
});
