import type { Page } from "@playwright/test";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const topic = (name: string, tab = "") => `/clusters/${CLUSTER_ID}/topics/${name}${tab}`;
const api = (name: string) => `/api/clusters/${CLUSTER_ID}/topics/${name}/messages`;

async function makeTopic(page: Page, name: string, configs: Record<string, string> = {}): Promise<void> {
  const data = { name, partitions: 3, replicationFactor: 1, configs };
  expect((await page.request.post(`/api/clusters/${CLUSTER_ID}/topics`, { data })).ok()).toBe(true);
}

async function valuesOf(page: Page, name: string): Promise<string[]> {
  const answer = await page.request.get(`${api(name)}?start=oldest&limit=0`);
  const lines = (await answer.text()).trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as { type: string; value: { data: string } | null });
  return records.filter(({ type }) => type === "record").map(({ value }) => value?.data ?? "null");
}

test("A record is checked as it is typed, written, and found where the page says", async ({ page, axe }) => {
  await makeTopic(page, "produce-one");
  await page.goto(topic("produce-one"));
  await page.getByRole("link", { name: "Produce", exact: true }).click();
  await page.getByRole("textbox", { name: "Key", exact: true }).fill("order-1");
  await expect(page.getByText(/Goes to partition \d of 3, by murmur2/)).toBeVisible();
  const value = page.getByRole("textbox", { name: "Value", exact: true });
  await value.fill('{\n  "a": 1\n  "b": 2\n}');
  await expect(value).toHaveAccessibleDescription(/Line 3, column 3/);
  await expect(page.getByRole("button", { name: "Produce", exact: true })).toBeDisabled();
  await value.fill('{"total":9007199254740993}');
  await page.getByRole("button", { name: "Format" }).click();
  await expect(value).toHaveValue('{\n  "total": 9007199254740993\n}');
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByRole("textbox", { name: "Name of header 1" }).fill("source");
  await page.getByRole("textbox", { name: "Value of header 1" }).fill("test");
  await expect(page.getByText("Nothing refused")).toBeVisible();
  await axe();
  await page.getByRole("button", { name: "Produce", exact: true }).click();
  await expect(page.getByText("One record written to produce-one.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Partition \d, offset 0/ })).toHaveAttribute("href", /start=offset%3A0/);
  expect(await valuesOf(page, "produce-one")).toEqual(['{\n  "total": 9007199254740993\n}']);
});

test("A record without a key is refused by a compacted topic before it is sent; with one it is a tombstone", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/400/);
  await makeTopic(page, "produce-compacted", { "cleanup.policy": "compact" });
  await page.goto(topic("produce-compacted", "/produce"));
  const key = page.getByRole("textbox", { name: "Key", exact: true });
  await page.getByRole("checkbox", { name: "Tombstone" }).check();
  await expect(key).toHaveAccessibleDescription(/is compacted/);
  await key.fill("customer-1");
  await expect(page.getByText("Nothing refused")).toBeVisible();
  await page.getByRole("button", { name: "Produce", exact: true }).click();
  await expect(page.getByText("One record written to produce-compacted.")).toBeVisible();
  expect(await valuesOf(page, "produce-compacted")).toEqual(["null"]);
});

test("Copies are filled in, and written as previewed", async ({ page }) => {
  await makeTopic(page, "produce-copies");
  await page.goto(topic("produce-copies", "/produce"));
  await page.getByRole("textbox", { name: "Value", exact: true }).fill('{"n":{{seq}}}');
  await page.getByRole("checkbox", { name: "Fill in placeholders" }).check();
  await page.getByRole("textbox", { name: "Copies" }).fill("12");
  await expect(page.getByRole("region", { name: "Copy 2" })).toContainText('{"n":2}');
  await page.getByRole("button", { name: "Produce 12 records" }).click();
  await expect(page.getByText("12 records written to produce-copies.")).toBeVisible();
  const values = await valuesOf(page, "produce-copies");
  expect(values.toSorted()).toEqual(Array.from({ length: 12 }, (_, at) => `{"n":${at + 1}}`).toSorted());
});

test("A file is written with a report of the lines that were not", async ({ page, axe }) => {
  await makeTopic(page, "produce-file");
  await page.goto(topic("produce-file", "/produce?mode=file"));
  const lines = Array.from({ length: 2500 }, (_, at) =>
    at % 1000 === 7 ? "{oops" : JSON.stringify({ key: `k${at}`, value: { at } }),
  );
  const file = { name: "records.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(lines.join("\n")) };
  const send = page.getByRole("button", { name: "Produce to produce-file" });
  // A file that is given before the page has come alive is not noticed.
  await expect(async () => {
    await page.locator("input[type=file]").setInputFiles(file);
    await expect(send).toBeEnabled({ timeout: 1000 });
  }).toPass();
  await send.click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  await expect(page.getByText("2,497 records written")).toBeVisible();
  await expect(page.getByText("Line 1,008")).toBeVisible();
  await axe();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all" }).click();
  expect((await saved).suggestedFilename()).toBe("produce-file.failed.ndjson");
  expect(await valuesOf(page, "produce-file")).toHaveLength(2497);
});

test("A record is written again as it was, and copied to another topic after a count", async ({ page, axe }) => {
  await makeTopic(page, "produce-again");
  await makeTopic(page, "produce-target");
  const records = [
    { key: { encoding: "hex", data: "00ff" }, value: '{"a":1.0}', partition: 1, headers: [{ name: "h", value: null }] },
  ];
  expect((await page.request.post(api("produce-again"), { data: { records } })).ok()).toBe(true);
  await page.goto(topic("produce-again", "/produce?from=1-0"));
  await expect(page.getByRole("textbox", { name: "Key", exact: true })).toHaveValue("AP8=");
  await expect(page.getByRole("textbox", { name: "Value", exact: true })).toHaveValue('{"a":1.0}');
  await page.getByRole("button", { name: "Copy to topic…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("combobox", { name: "To topic" })
    .or(dialog.getByRole("textbox", { name: "To topic" }))
    .fill("produce-target");
  // A click beside it closes the list of topics.
  await dialog.getByText("One record to copy").click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await axe();
  await dialog.getByRole("button", { name: "Copy one record" }).click();
  await expect(dialog.getByText("1 copied to produce-target.")).toBeVisible();
  expect(await valuesOf(page, "produce-target")).toEqual(['{"a":1.0}']);
});

test("Read-only: there is no button, and the page says why", async ({ page, kafka, startProduct, allowConsole }) => {
  allowConsole(/403/);
  const { url } = await startProduct({
    KAFKA_BROKERS: kafka.bootstrap,
    KAFKA_CLUSTER_NAME: CLUSTER_ID,
    READ_ONLY: "true",
  });
  await page.goto(`${url}${topic("orders")}`);
  await expect(page.getByRole("heading", { name: "orders", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Produce", exact: true })).toHaveCount(0);
  await page.goto(`${url}${topic("orders", "/produce")}`);
  await expect(page.getByText(/is read-only here/)).toBeVisible();
  const refused = await page.request.post(`${url}${api("orders")}`, { data: { records: [{ value: "a" }] } });
  expect(refused.status()).toBe(403);
});
