import type { Locator, Page } from "@playwright/test";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { readTable } from "./tables.ts";

const of = (topic: string, search = "") => `/clusters/${CLUSTER_ID}/topics/${topic}/messages${search}`;
const rowsOf = (page: Page): Locator => page.getByRole("table").locator("tbody tr[data-record]");

// Only the rows in view are in the page, with rows between that only take up place.
async function shown(page: Page) {
  return (await readTable(page.getByRole("table"))).filter((row) => row.Offset !== undefined);
}

async function expectSearched(page: Page): Promise<void> {
  await expect(page.getByText(/read [\d,.MB]+ records in/)).toBeVisible();
}

test("The newest records of a topic are there at once, the newest first", async ({ page, axe }) => {
  await page.goto(of("orders"));
  await expectSearched(page);
  await expect(page.getByText("limit of 50 reached")).toBeVisible();
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "51");
  const times = (await shown(page)).map((row) => /\d\d:\d\d:\d\d\.\d{3}/.exec(row.Time ?? "")?.[0]);
  expect(times.toSorted().toReversed()).toEqual(times);
  await axe();
  await page.getByRole("button", { name: "Show 200" }).click();
  await expect(page).toHaveURL(/limit=200/);
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "201");
});

test("A text is searched for and marked, and the search lives in the URL", async ({ page }) => {
  await page.goto(of("orders"));
  await expectSearched(page);
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Text in keys, values and headers" })).toBeFocused();
  await page.keyboard.type("pkt");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/contains=pkt/);
  await expect(rowsOf(page).first().locator("mark", { hasText: "PKT" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Match case" }).click();
  await expect(page.getByText("No record matches “pkt”")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(rowsOf(page).first()).toBeVisible();
});

test("An expression keeps what it says, with its fields first; a wrong one says where", async ({
  page,
  axe,
  allowConsole,
}) => {
  allowConsole(/400 \(Bad Request\)/);
  await page.goto(of("orders"));
  await page.getByText("Expression", { exact: true }).click();
  const filter = page.getByRole("textbox", { name: "Filter expression" });
  await filter.fill('value.amountCents > 5000 && value.status == "PLACED"');
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/filter=value/);
  await expect.poll(async () => (await shown(page))[0]?.Value).toMatch(/^amountCents \d+ status PLACED/);
  for (const { Value } of await shown(page))
    expect(Number(/amountCents (\d+)/.exec(Value!)?.[1])).toBeGreaterThan(5000);
  await filter.fill("value.amountCents >");
  await filter.press("Enter");
  await expect(page.getByText(/at character \d+/)).toBeVisible();
  await axe();
});

test("A record opens beside the list and the keys go on to the next", async ({ page, axe }) => {
  await page.goto(of("orders"));
  await expectSearched(page);
  await rowsOf(page).nth(1).click();
  const panel = page.getByRole("complementary", { name: /^Record \d+ of partition \d+$/ });
  await expect(panel.getByRole("button", { name: "orderId", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/record=\d+-\d+/);
  await axe();
  await panel.getByRole("tab", { name: "Headers" }).click();
  await expect(panel.getByText("application/json")).toBeVisible();
  await panel.getByRole("tab", { name: "Raw" }).click();
  await expect(panel.getByText("000000")).not.toHaveCount(0);
  await panel.getByRole("tab", { name: "Record" }).click();
  await expect(panel.getByText("Leader epoch")).toBeVisible();
  const before = page.url();
  await panel.getByRole("button", { name: "Next record" }).click();
  await expect(page).not.toHaveURL(before);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("Arrow keys move through the rows, and Enter opens one", async ({ page }) => {
  await page.goto(of("orders"));
  await expectSearched(page);
  await rowsOf(page)
    .first()
    .getByRole("button", { name: /^Open record/ })
    .focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(
    rowsOf(page)
      .nth(2)
      .getByRole("button", { name: /^Open record/ }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rowsOf(page).nth(2)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("End");
  await expect(page.locator('tr[aria-rowindex="51"] [data-opener]')).toBeFocused();
});

test("The link to one record shows that record", async ({ page }) => {
  await page.goto(of("orders", "?start=offset:5&end=offset:6&partitions=0&limit=1&record=0-5"));
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(page.getByRole("complementary", { name: "Record 5 of partition 0" })).toBeVisible();
});

test("A field becomes a column, and a cell a filter", async ({ page }) => {
  await page.goto(of("orders"));
  await rowsOf(page).first().click();
  await page.getByRole("complementary").getByRole("button", { name: "status", exact: true }).click();
  await page.getByRole("menuitem", { name: "Add as column" }).click();
  await expect(page.getByRole("columnheader", { name: "status" })).toBeVisible();
  const cell = rowsOf(page).nth(1).locator('[data-column="value.status"]');
  const status = await cell.innerText();
  await cell.click({ button: "right" });
  await page.getByRole("menuitem", { name: `Only value.status == "${status.trim()}"` }).click();
  await expect.poll(async () => [...new Set((await shown(page)).map((row) => row.status))]).toEqual([status.trim()]);
});

test("What is written while following comes on top, waits while paused, and stops", async ({ page, axe }) => {
  await page.goto(of("clickstream", "?end=never&limit=20"));
  await expect(page.getByText("Following")).toBeVisible();
  const rows = async () => Number(await page.getByRole("table").getAttribute("aria-rowcount"));
  await expect.poll(rows).toBeGreaterThan(25);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const waiting = page.getByRole("button", { name: /^\+[\d,]+ new$/ });
  await expect(waiting).toBeVisible();
  const held = await rows();
  await axe();
  await waiting.click();
  await expect.poll(rows).toBeGreaterThan(held);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
});

test("Tombstones are named, and what follows from them", async ({ page }) => {
  await page.goto(of("customers", "?filter=value%20%3D%3D%20null&limit=5"));
  await expect(rowsOf(page).first().getByText("tombstone")).toBeVisible();
});

test("All that a search matches is exported as a file", async ({ page }) => {
  await page.goto(of("orders", "?contains=SHIPPED&limit=1"));
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "NDJSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("orders.ndjson");
});

test("A topic that is not there is named, and one that is empty says so", async ({ page, allowConsole }) => {
  allowConsole(/404 \(Not Found\)/);
  await page.goto(of("no-such-topic"));
  await expect(page.getByText("There is no topic no-such-topic")).toBeVisible();
  await page.goto(of("orders", "?start=offset:99999999"));
  await expect(page.getByText("There are no records in this range")).toBeVisible();
});
