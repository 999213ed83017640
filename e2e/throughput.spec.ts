import { readFile } from "node:fs/promises";
import type { History } from "../lib/api/history.ts";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const path = `/clusters/${CLUSTER_ID}/throughput`;

test("From the navigation to what is produced and consumed, by topic, group and broker", async ({ page, axe }) => {
  await page.goto(`/clusters/${CLUSTER_ID}`);
  await expect(page.getByText("Needs attention")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(path);
  await expect(page.getByRole("heading", { level: 1, name: "Throughput" })).toBeVisible();
  await expect(page.getByText("sampled every")).toBeVisible();
  await expect(page.getByRole("figure", { name: "Produced by topic" })).toBeVisible();
  await axe();
  await page.getByRole("radio", { name: "By group" }).check({ force: true });
  await expect(page).toHaveURL(/by=group/);
  await expect(page.getByRole("table", { name: "Groups in numbers" })).toBeVisible();
  await page.getByRole("radio", { name: "By broker" }).check({ force: true });
  const brokers = page.getByRole("table", { name: "Brokers in numbers" });
  await brokers.getByRole("link", { name: "1", exact: true }).click();
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/brokers/1`);
});

test("The table says what the API says, and sorts in the browser", async ({ page }) => {
  await page.goto(path);
  const table = page.getByRole("table", { name: "Topics in numbers" });
  await expect(table.getByRole("columnheader", { name: "Mean" })).toHaveAttribute("aria-sort", "descending");
  const answer = await page.request.get(`/api/clusters/${CLUSTER_ID}/throughput?by=topic`);
  const { series }: History = await answer.json();
  const names = series.filter(({ kind, measure }) => kind === "element" && measure === "produced");
  expect(names.length).toBeGreaterThan(0);
  for (const { name } of names) await expect(table.getByRole("link", { name, exact: true })).toBeVisible();
  await table.getByRole("button", { name: "Topic" }).click();
  await expect(table.getByRole("columnheader", { name: "Topic" })).toHaveAttribute("aria-sort", "ascending");
  const shown = await table.getByRole("link").allTextContents();
  expect(shown).toEqual(shown.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
});

test("A chart is read with the keys and as a table, and one cursor runs through all of them", async ({ page, axe }) => {
  await page.goto(`${path}?range=15m`);
  const plot = page.getByRole("slider").first();
  await plot.focus();
  await page.keyboard.press("End");
  await expect(plot).toHaveAttribute("aria-valuetext", /^\d\d:\d\d:\d\d, .+ \S+/);
  await page.keyboard.press("Enter");
  const moment = await plot.getAttribute("aria-valuenow");
  await expect(page.getByRole("slider").last()).toHaveAttribute("aria-valuenow", moment!);
  await axe();
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^As table/ })
    .first()
    .click();
  await expect(page.getByRole("columnheader", { name: "Time", exact: true })).toBeVisible();
  await axe();
});

test("Dragging zooms, and the way back is a button and the browser's own", async ({ page }) => {
  await page.goto(path);
  const plot = page.getByRole("slider").first();
  const { x, y, width, height } = (await plot.boundingBox())!;
  await page.mouse.move(x + width * 0.3, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.+&to=/);
  await expect(page.getByRole("radio", { name: "1 h", exact: true })).not.toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(path);
  await page.goForward();
  await page.getByRole("button", { name: "Back to live" }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole("radio", { name: "1 h", exact: true })).toBeChecked();
});

test("The numbers are saved as CSV, the charts as a picture", async ({ page }) => {
  await page.goto(path);
  const save = async (item: RegExp) => {
    await page
      .getByRole("button", { name: /^Export Produced/ })
      .first()
      .click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: item }).click(),
    ]);
    return readFile(await download.path());
  };
  expect((await save(/CSV/)).toString()).toMatch(/^time,.+\r\n\d{4}-\d\d-\d\dT/);
  expect((await save(/PNG/)).subarray(1, 4).toString()).toBe("PNG");
});
