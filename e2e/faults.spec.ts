import { CLUSTER_ID, expect, test } from "./fixtures.ts";

// What Kafka itself needs to notice a lost broker (its session of 6 s) and to bring it back comes on top of the refresh.
const noticed = { timeout: 40_000 };

test("A broker that stops: its partitions are said to lack a replica, and all is well once it is back", async ({
  page,
  kafka,
  allowConsole,
}) => {
  test.setTimeout(150_000);
  allowConsole(/50[34]/);
  await page.goto(`/clusters/${CLUSTER_ID}`);
  await expect(page.getByText("quorum 3 of 3")).toBeVisible();
  await kafka.killBroker(3);
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /broker 3/i })
      .first(),
  ).toBeVisible(noticed);
  await expect(page.getByText("on 2 of 3 brokers")).toBeVisible(noticed);
  await page.goto(`/clusters/${CLUSTER_ID}/topics/orders/partitions`);
  await expect(page.getByText("Under-replicated").first()).toBeVisible(noticed);
  await kafka.startBroker(3);
  await expect(page.getByText("Under-replicated")).toHaveCount(0, noticed);
  await page.goto(`/clusters/${CLUSTER_ID}`);
  await expect(page.getByText("quorum 3 of 3")).toBeVisible(noticed);
});

test("A broker that freezes: the list still answers, and says what it could not read", async ({
  page,
  kafka,
  request,
  allowConsole,
}) => {
  test.setTimeout(150_000);
  allowConsole(/50[34]/);
  await page.goto(`/clusters/${CLUSTER_ID}/topics`);
  await expect(page.getByRole("link", { name: "orders", exact: true })).toBeVisible();
  kafka.pauseBroker(2);
  const answer = await request.get(`/api/clusters/${CLUSTER_ID}/topics`, {
    headers: { "cache-control": "no-cache" },
    timeout: 5000,
  });
  expect(answer.status()).toBe(200);
  const { items, errors } = (await answer.json()) as { items: unknown[]; errors: { element: string }[] };
  expect(items.length).toBeGreaterThan(10);
  expect(errors.map(({ element }) => element)).toContain("broker 2");
  kafka.resumeBroker(2);
  await expect
    .poll(
      async () =>
        (
          await (
            await request.get(`/api/clusters/${CLUSTER_ID}/topics`, { headers: { "cache-control": "no-cache" } })
          ).json()
        ).errors,
      noticed,
    )
    .toEqual([]);
});

test("All brokers stop: the last values stay with their age, and the page recovers by itself", async ({
  page,
  kafka,
  allowConsole,
}) => {
  test.setTimeout(180_000);
  allowConsole(/50[34]/);
  await page.goto(`/clusters/${CLUSTER_ID}/groups`);
  await expect(page.getByRole("link", { name: "warehouse" })).toBeVisible();
  await kafka.killBroker(1, 2, 3);
  await expect(page.getByText(/has not answered for|does not answer|as of/).first()).toBeVisible(noticed);
  await expect(page.getByRole("link", { name: "warehouse" })).toBeVisible();
  await kafka.startBroker(1, 2, 3);
  await expect(page.getByText(/has not answered for|does not answer/)).toHaveCount(0, { timeout: 60_000 });
});

test("A cluster that never answered says so, and what to do", async ({ page, startProduct, allowConsole }) => {
  allowConsole(/50[34]/);
  const { url } = await startProduct({ KAFKA_BROKERS: "127.0.0.1:1", KAFKA_CLUSTER_NAME: "nowhere" });
  await page.goto(`${url}/`);
  await expect(page.getByText("nowhere").first()).toBeVisible();
  await expect(page.getByText(/cannot be reached|does not answer|Offline/i).first()).toBeVisible();
  await page.goto(`${url}/clusters/nowhere/topics`);
  await expect(page.getByText(/cannot be reached|does not answer|not answer/i).first()).toBeVisible();
});
