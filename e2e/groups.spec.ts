import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { readTable } from "./tables.ts";

const groups = `/clusters/${CLUSTER_ID}/groups`;
const describeGroup = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";

function digits(text: string | undefined): string {
  return (text ?? "").replaceAll(/[^\d-]/g, "");
}

test("The group list finds a group by name, state and topic", async ({ page, axe }) => {
  await page.goto(groups);
  const table = page.getByRole("table");
  await expect(table.getByRole("row").filter({ hasText: "recommendations" })).toContainText("consumer");
  await axe();
  await page.goto(`${groups}?topic=payments`);
  await expect.poll(async () => (await readTable(table)).map((row) => row.Group)).toEqual(["fraud-check"]);
  await page.goto(`${groups}?search=mail`);
  await expect.poll(async () => (await readTable(table)).map((row) => row.Group)).toEqual(["mailer"]);
});

test("A stopped group's partitions equal kafka-consumer-groups.sh, and those without a commit are told apart", async ({
  page,
  kafka,
  axe,
}) => {
  const printed = await kafka.tool(describeGroup, ["--describe", "--group", "nightly-export"]);
  const expected = printed
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[0] === "nightly-export")
    .map((columns) => [columns[2], columns[3]]);
  expect(expected).toHaveLength(8);
  await page.goto(`${groups}/nightly-export`);
  const table = page.getByRole("table", { name: /Partitions of nightly-export/ });
  await expect(table.getByText("no commit")).toHaveCount(4);
  await axe();
  const rows = (await readTable(table)).filter((row) => /^p\d+$/.test(row.Partition ?? ""));
  const shown = rows.map((row) => [digits(row.Partition), digits(row.Committed)]);
  expect(shown.filter(([, committed]) => committed !== "" && committed !== "-")).toEqual(expected);
});

test("Records that were deleted unread are counted as lost, not as lag", async ({ page }) => {
  await page.goto(`${groups}/audit-archive`);
  await expect(page.getByText(/records were deleted unread/)).toBeVisible();
  const table = page.getByRole("table", { name: /Partitions of audit-archive/ });
  const [row] = (await readTable(table)).filter(({ Partition }) => Partition === "p0");
  const [committed, start, end, lag, lost] = [
    row!.Committed,
    row!["Log start"],
    row!.End,
    row!["Lag, records"],
    row!.Lost,
  ].map((text) => BigInt(digits(text)));
  expect(lost).toBe(start! - committed!);
  expect(lag).toBe(end! - start!);
});

test("A commit beyond the end is an anomaly with its reason, not a zero to trust", async ({ page }) => {
  await page.goto(`${groups}/loyalty-sync`);
  await expect(page.getByText("2 commits lie beyond the end of their logs")).toBeVisible();
  await expect(page.getByRole("table", { name: /Partitions of/ }).getByText("Beyond the end")).toHaveCount(2);
});

test("A group of the new protocol shows its members and what each owns", async ({ page, axe }) => {
  await page.goto(`${groups}/recommendations`);
  await expect(page.getByRole("heading", { level: 1, name: "recommendations" })).toBeVisible();
  await expect(page.getByText("type consumer")).toBeVisible();
  await expect(page.getByText("2 members")).toBeVisible();
  await axe();
});

test("A group that does not exist is said to be missing", async ({ page, allowConsole }) => {
  allowConsole(/404/);
  await page.goto(`${groups}/no%2Fsuch%20group`);
  await expect(page.getByText(/no\/such group/).first()).toBeVisible();
});
