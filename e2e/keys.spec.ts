import type { Page } from "@playwright/test";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const topic = (name: string, tab = "") => `/clusters/${CLUSTER_ID}/topics/${name}/messages/${tab}`;

type Out = { key: string | null; value: string | null; partition: number; timestamp?: number };

async function makeTopic(page: Page, name: string, records: Out[], configs: Record<string, string> = {}) {
  const data = { name, partitions: 3, replicationFactor: 1, configs };
  const topics = `/api/clusters/${CLUSTER_ID}/topics`;
  expect((await page.request.post(topics, { data })).ok()).toBe(true);
  expect((await page.request.post(`${topics}/${name}/messages`, { data: { records } })).ok()).toBe(true);
}

const order = (status: string, partition = 0, timestamp?: number): Out => ({
  key: "order-1",
  value: JSON.stringify({ id: "order-1", status }),
  partition,
  ...(timestamp !== undefined && { timestamp }),
});

test("A key is found, with the partitioners that send it there and what each record changed", async ({ page, axe }) => {
  await makeTopic(page, "key-found", [order("PLACED"), order("PAID"), order("PAID")]);
  await page.goto(topic("key-found", "key"));
  await page.getByRole("textbox", { name: "Key", exact: true }).fill("order-1");
  await page.getByRole("textbox", { name: "Key", exact: true }).press("Enter");
  await expect(page).toHaveURL(/key=order-1/);
  const targets = page.getByRole("table", { name: "Where the key goes" });
  await expect(targets.getByRole("row")).toHaveCount(7);
  const history = page.getByRole("table", { name: "Records of the key in order" });
  await expect(history.getByRole("row")).toHaveCount(4);
  await expect(history.getByRole("row", { name: /first value/ })).toBeVisible();
  await expect(history.getByRole("row", { name: /status\s*PLACED\s*PAID/ })).toBeVisible();
  await expect(history.getByRole("row", { name: /same value again/ })).toBeVisible();
  await expect(page.getByText("1 record repeats the value before it")).toBeVisible();
  await axe();
});

test("A key in two partitions has lost its order, and time that runs backwards is told", async ({ page }) => {
  const at = Date.now() - 60_000;
  await makeTopic(page, "key-split", [
    order("PLACED", 0, at),
    order("PAID", 0, at + 5000),
    order("PACKED", 0, at + 2000),
    order("SENT", 1, at + 3000),
  ]);
  await page.goto(topic("key-split", "key?key=order-1"));
  await expect(page.getByText(/Order lost: records of the key go to partitions 0 and 1/)).toBeVisible();
  await expect(page.getByText(/Time runs backwards once, by 3\ss/)).toBeVisible();
  await page.getByRole("link", { name: "Latest by key" }).click();
  await expect(page.getByText("2 rows belong to keys in several partitions")).toBeVisible();
});

test("A key that is nowhere, and one that cannot be read, are told apart", async ({ page, allowConsole }) => {
  allowConsole(/400/);
  await makeTopic(page, "key-none", [order("PLACED")]);
  await page.goto(topic("key-none", "key?key=order-2"));
  await expect(page.getByText("No record has the key order-2")).toBeVisible();
  await page.goto(topic("key-none", "key?key=order-2&keyAs=integer"));
  await expect(page.getByRole("textbox", { name: "Key", exact: true })).toHaveAccessibleDescription(/not an integer/);
});

test("A compacted topic is a table of the newest value of each key, searched and opened", async ({ page, axe }) => {
  const records: Out[] = [
    { key: "ann", value: '{"city":"Berlin"}', partition: 0 },
    { key: "bob", value: '{"city":"Seoul"}', partition: 0 },
    { key: "ann", value: '{"city":"Busan"}', partition: 0 },
    { key: "cem", value: '{"city":"Izmir"}', partition: 1 },
    { key: "cem", value: null, partition: 1 },
  ];
  await makeTopic(page, "latest-people", records, { "cleanup.policy": "compact" });
  await page.goto(topic("latest-people", "latest"));
  const table = page.getByRole("table", { name: "Latest by key" });
  await expect(page.getByText("3 keys, 1 deleted")).toBeVisible();
  await expect(table.getByRole("row", { name: /ann.*Busan/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /cem.*deleted/ })).toBeVisible();
  await axe();
  await page.getByRole("searchbox", { name: "Search keys and values" }).fill("BUSAN");
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search keys and values" }).fill("Berlin");
  await expect(page.getByText("No key and no newest value contains “Berlin”")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await page.getByText("Deleted", { exact: true }).click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByText("All keys").click();
  await table.getByRole("link", { name: "ann" }).click();
  await expect(page).toHaveURL(/messages\/key\?key=ann/);
  await expect(page.getByRole("row", { name: /city\s*Berlin\s*Busan/ })).toBeVisible();
});

test("More than a hundred keys have pages, and another order begins at the first one", async ({ page }) => {
  const records: Out[] = Array.from({ length: 130 }, (_, at) => ({
    key: `key-${String(at).padStart(3, "0")}`,
    value: String(at),
    partition: 0,
  }));
  await makeTopic(page, "latest-many", records, { "cleanup.policy": "compact" });
  await page.goto(`${topic("latest-many", "latest")}?sort=key`);
  const table = page.getByRole("table", { name: "Latest by key" });
  await expect(table.getByRole("row")).toHaveCount(101);
  const pages = page.getByRole("navigation", { name: "Latest by key" });
  await expect(pages.getByText("1–100 of 130")).toBeVisible();
  await pages.getByRole("button", { name: "Next page" }).click();
  await expect(table.getByRole("row")).toHaveCount(31);
  await expect(table.getByRole("link", { name: "key-129" })).toBeVisible();
  await table.getByRole("button", { name: "Key", exact: true }).click();
  await expect(pages.getByText("1–100 of 130")).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toContainText("key-129");
});
