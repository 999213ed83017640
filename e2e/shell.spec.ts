import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const pages = [
  "",
  "/brokers",
  "/brokers/1",
  "/brokers/1/configs",
  "/topics",
  "/topics/orders",
  "/topics/orders/partitions",
  "/topics/orders/configs",
  "/topics/orders/groups",
  "/topics/orders/messages",
  "/topics/orders/messages/key",
  "/topics/customers/messages/latest",
  "/topics/orders/messages/compare",
  "/topics/emails/messages/duplicates",
  "/topics/orders/produce",
  "/groups",
  "/groups/warehouse",
  "/create-topic",
  "/throughput",
];

test("Ctrl+K finds a topic, also while typing elsewhere, and Enter opens it", async ({ page, axe }) => {
  await page.goto(`/clusters/${CLUSTER_ID}/groups`);
  await page.getByRole("searchbox").first().click();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("clickst");
  await expect(palette.getByRole("option", { name: /clickstream/ })).toBeVisible();
  await axe();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/topics/clickstream`);
});

test("Keys lead from page to page, and ? lists them", async ({ page }) => {
  await page.goto(`/clusters/${CLUSTER_ID}`);
  await expect(page.getByText("Needs attention")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/topics`);
  await expect(page.getByRole("heading", { level: 1, name: "Topics" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("Korean is whole, and the switch is remembered", async ({ page }) => {
  await page.goto(`/clusters/${CLUSTER_ID}/topics`);
  await page.getByRole("button", { name: /Settings/ }).click();
  await page.getByRole("menuitemradio", { name: "한국어" }).or(page.getByText("한국어")).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("heading", { level: 1, name: "토픽" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "토픽" })).toBeVisible();
});

test("A browser that asks for Korean gets it", async ({ browser }) => {
  const context = await browser.newContext({ locale: "ko-KR", baseURL: process.env.HIGHWATER_URL! });
  const page = await context.newPage();
  await page.goto(`/clusters/${CLUSTER_ID}/groups`);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await context.close();
});

for (const path of pages) {
  test(`Fits a phone and a small screen, and is readable in the dark: ${path || "/"}`, async ({ page, axeColours }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`/clusters/${CLUSTER_ID}${path}`);
    await page.getByRole("heading").first().waitFor();
    await axeColours();
    for (const width of [390, 1024]) {
      await page.setViewportSize({ width, height: 844 });
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, `at ${width}`).toBeLessThanOrEqual(window);
    }
  });
}

test("An address that leads nowhere says so", async ({ page, allowConsole }) => {
  allowConsole(/404/);
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link")).toBeVisible();
});
