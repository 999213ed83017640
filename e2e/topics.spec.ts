import type { Page } from "@playwright/test";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { expectRowVisible, readTable } from "./tables.ts";

const list = `/clusters/${CLUSTER_ID}/topics`;

// Other tests create compacted topics too.
async function expectOnlyCompacted(page: Page): Promise<void> {
  const cleanups = async () =>
    (await readTable(page.getByRole("table"))).map((row) => row.Cleanup?.includes("compact"));
  await expect.poll(async () => [...new Set(await cleanups())]).toEqual([true]);
  await expect(page.getByRole("link", { name: "inventory" })).toBeVisible();
  await expect(page.getByRole("link", { name: "customers" })).toBeVisible();
}

test("The topic list shows each topic with its settings, and hides internal ones until asked", async ({
  page,
  axe,
}) => {
  await page.goto(list);
  const table = page.getByRole("table");
  await expectRowVisible(table, {
    Topic: "customers",
    Partitions: "6",
    "Repl.": "3",
    Cleanup: "compact",
    Retention: "newest per key",
  });
  await expect(table.getByRole("link", { name: "__consumer_offsets" })).toHaveCount(0);
  await axe();
  await page.getByRole("button", { name: /Internal/ }).click();
  await expect(table.getByRole("link", { name: "__consumer_offsets" })).toBeVisible();
});

test("A search by name, and one by a setting, live in the URL", async ({ page }) => {
  await page.goto(list);
  const search = page
    .getByRole("searchbox", { name: /Search topics/ })
    .or(page.getByRole("textbox", { name: /Search topics/ }));
  await page.getByRole("table").getByRole("link", { name: "orders" }).waitFor();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("cleanup.policy=compact");
  await expect(page).toHaveURL(/search=cleanup\.policy/);
  await expectOnlyCompacted(page);
  await page.reload();
  await expect(search).toHaveValue("cleanup.policy=compact");
  await expectOnlyCompacted(page);
});

test("A name that nothing matches offers the closest one", async ({ page }) => {
  await page.goto(`${list}?search=paymnts`);
  await expect(page.getByText(/None of \d+ topics matches “paymnts”/)).toBeVisible();
  await page.getByRole("link", { name: "payments" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "payments" })).toBeVisible();
});

test("Sorting goes over all topics, in both directions", async ({ page }) => {
  await page.goto(list);
  const table = page.getByRole("table");
  const partitions = async () => (await readTable(table)).map((row) => Number(row.Partitions));
  await table.getByRole("link", { name: "orders" }).waitFor();
  const header = table.getByRole("columnheader", { name: /Partitions/ });
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", /ending/);
  await expect.poll(async () => sortOf(await partitions())).toBe(await header.getAttribute("aria-sort"));
  const first = await header.getAttribute("aria-sort");
  await header.getByRole("button").click();
  await expect(header).not.toHaveAttribute("aria-sort", first!);
  await expect.poll(async () => sortOf(await partitions())).toBe(await header.getAttribute("aria-sort"));
});

// Several topics have as many partitions as another, so both orders can hold only for a list of equals.
function sortOf(values: number[]): string {
  const ascending = values.every((value, index) => index === 0 || values[index - 1]! <= value);
  return values.length > 0 && ascending ? "ascending" : "descending";
}

test("Every quick view keeps what its count says", async ({ page }) => {
  await page.goto(list);
  await page.getByText(/^Compacted/).click();
  await expectOnlyCompacted(page);
});
