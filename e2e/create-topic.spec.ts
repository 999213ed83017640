import { CLUSTER_ID, expect, test } from "./fixtures.ts";

const create = `/clusters/${CLUSTER_ID}/create-topic`;

test("A compacted table is tried, created, found in the list, and as Kafka's own tool tells it", async ({
  page,
  kafka,
  axe,
}) => {
  await page.goto(create);
  await page.getByRole("radio", { name: /Compacted table/ }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("customer-addresses");
  await expect(page.getByText("Kafka accepts this topic.")).toBeVisible();
  await expect(page.getByText(/kafka-topics\.sh/).first()).toBeVisible();
  await axe();
  await page.getByRole("button", { name: "Create topic" }).click();
  await expect(page.getByText("customer-addresses created.")).toBeVisible();
  await expect(page).toHaveURL(`/clusters/${CLUSTER_ID}/topics/customer-addresses`);
  const told = await kafka.tool("org.apache.kafka.tools.TopicCommand", ["--describe", "--topic", "customer-addresses"]);
  expect(told).toContain("ReplicationFactor: 3");
  expect(told).toMatch(/cleanup\.policy=compact/);
  await page.goto(`/clusters/${CLUSTER_ID}/topics?search=customer-addr`);
  await expect(page.getByRole("table").getByRole("link", { name: "customer-addresses" })).toBeVisible();
});

test("Each refusal stands at the field it belongs to", async ({ page, allowConsole }) => {
  allowConsole(/40[09]/);
  await page.goto(create);
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("not allowed!");
  await expect(name).toHaveAccessibleDescription(/Only letters, digits/);
  await name.fill("loyalty.points");
  await expect(name).toHaveAccessibleDescription(/Free/);
  await name.fill("__consumer.offsets");
  await expect(name).toHaveAccessibleDescription(/collides with __consumer_offsets/);
  await name.fill("orders");
  await expect(name).toHaveAccessibleDescription(/already exists/);
  await page.getByRole("button", { name: "Create topic" }).click();
  await expect(page).toHaveURL(/create-topic/);
  await expect(name).toHaveValue("orders");
});
