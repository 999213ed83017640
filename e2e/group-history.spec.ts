import type { GroupHistory, Series } from "../lib/api/history.ts";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { readTable } from "./tables.ts";

const mailer = `/clusters/${CLUSTER_ID}/groups/mailer`;
const enoughSamples = { timeout: 60_000 };

test.describe.configure({ timeout: 120_000 });

test("A slow group says how far behind it is, where that goes and when it is caught up", async ({ page, axe }) => {
  await page.goto(mailer);
  const figures = page.getByLabel("How the group fares");
  await expect(figures.getByText("worst partition, p")).toBeVisible(enoughSamples);
  await expect(figures.getByText(/reads [\d.,]+ of [\d.,]+\/s/)).toBeVisible(enoughSamples);
  for (const label of ["Behind", "Lag", "Change", "Caught up in", "Unread deleted in"])
    await expect(figures.getByText(label, { exact: true })).toBeVisible();
  await expect(page.getByRole("figure", { name: /^Waterline p\d/ })).toBeVisible(enoughSamples);
  await expect(page.getByRole("figure", { name: "Written and read" })).toBeVisible();
  const table = page.getByRole("table", { name: "Partitions of mailer" });
  const [row] = (await readTable(table)).filter(({ Partition }) => Partition === "p0");
  expect(row!["Read / written, /s"]).toMatch(/^[\d.,<k]+ \/ [\d.,<k]+$/);
  expect(row!.Behind).not.toBe("");
  await axe();
});

test("The chart shows the sum, another partition, the lag and the time behind, and the address keeps it", async ({
  page,
}) => {
  await page.goto(mailer);
  await expect(page.getByRole("figure", { name: /^Waterline p\d/ })).toBeVisible(enoughSamples);
  await page.getByRole("radio", { name: "Sum of 3" }).check({ force: true });
  await expect(page.getByRole("figure", { name: "Lag all partitions" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Offsets" })).toHaveCount(0);
  await page.getByRole("radio", { name: "Behind", exact: true }).check({ force: true });
  await expect(page).toHaveURL(/of=sum/);
  await page.reload();
  await expect(page.getByRole("figure", { name: "Behind all partitions" })).toBeVisible();
  await page.getByRole("combobox", { name: "Another partition" }).click();
  await page.getByRole("option", { name: "p2" }).click();
  await expect(page).toHaveURL(/of=emails(%3A|:)2/);
  await page.getByRole("radio", { name: "Offsets" }).check({ force: true });
  const chart = page.getByRole("figure", { name: "Waterline p2" });
  await chart.getByRole("button", { name: "As table" }).click();
  await expect(chart.getByRole("columnheader", { name: "High watermark" })).toBeVisible();
});

/** ahead is a partition that loses unread records in an hour, sampled for an hour. */
function ahead(answer: GroupHistory): GroupHistory {
  const to = Date.parse(answer.to);
  const line = (measure: Series["measure"], first: number, perMinute: number): Series => ({
    name: "1",
    kind: "element",
    measure,
    unit: "offset",
    estimate: false,
    points: Array.from({ length: 60 }, (_, index) => [to - (59 - index) * 60_000, first + perMinute * index]),
  });
  return {
    ...answer,
    step: 60_000,
    since: answer.from,
    series: [line("end", 100_000, 600), line("committed", 90_000, 300), line("start", 50_000, 600)],
    outlook: {
      ...answer.outlook,
      lag: "27700",
      lagMs: 2_700_000,
      lagMsAtLeast: false,
      producedPerSecond: 10,
      consumedPerSecond: 5,
      lagPerSecond: 5,
      drain: { none: "not-falling" },
      loss: { ms: 3_600_000 },
    },
  };
}

test("Right of now the lines go on, to where the log start meets the commit", async ({ page }) => {
  await page.route(/\/history\?.*partition=/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: ahead((await answer.json()) as GroupHistory) });
  });
  await page.goto(mailer);
  const chart = page.getByRole("figure", { name: /^Waterline p\d/ });
  await expect(chart.getByText("now if rates stay", { exact: true })).toBeVisible(enoughSamples);
  await expect(chart.getByText(/^(\w{3}\s)?\d\d:\d\d first unread record deleted$/)).toBeVisible();
  await expect(chart.getByText("lag 27,700", { exact: true })).toBeVisible();
  await expect(chart.getByText("45 min behind", { exact: true })).toBeVisible();
});

test("A topic shows what is written and read, and which partition takes it", async ({ page, axe }) => {
  await page.goto(`/clusters/${CLUSTER_ID}/topics/emails`);
  const chart = page.getByRole("figure", { name: "Throughput" });
  await expect(chart.getByText("Due to be read", { exact: true })).toBeVisible(enoughSamples);
  await expect(page.getByRole("list", { name: "Share of writes by partition" })).toBeVisible();
  await page.getByRole("radio", { name: "mailer" }).check({ force: true });
  await expect(chart.getByText("Consumed by mailer", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/group=mailer/);
  await expect(page.getByRole("columnheader", { name: "Unread deleted in" })).toBeVisible();
  await axe();
});

test("Without a history pages say so, and show what one look tells", async ({ page, kafka, startProduct }) => {
  const { url } = await startProduct({
    KAFKA_BROKERS: kafka.bootstrap,
    KAFKA_CLUSTER_NAME: CLUSTER_ID,
    HIGHWATER_HISTORY: "off",
  });
  await page.goto(url + mailer);
  await expect(page.getByText("Largest partition")).toBeVisible();
  await expect(page.getByText("No history is kept")).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "30 d" })).toHaveCount(0);
  await page.goto(`${url}/clusters/${CLUSTER_ID}/topics/emails`);
  await expect(page.getByRole("list", { name: "Share of records by partition" })).toBeVisible();
  await expect(page.getByText("No history is kept")).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(0);
  await page.goto(`${url}/clusters/${CLUSTER_ID}/throughput`);
  await expect(page.getByText("No history is kept")).toBeVisible();
  await page.goto(`${url}/clusters/${CLUSTER_ID}`);
  await expect(page.getByText("No history is kept")).toBeVisible();
});
