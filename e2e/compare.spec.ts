import { testClients } from "../scripts/testing/clients.ts";
import { recordWriter } from "../scripts/testing/records.ts";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { expectRowVisible } from "./tables.ts";

type Event = [key: string, value: string];

const steps = ["new", "paid", "sent"];
const orders: Event[] = steps.flatMap((step) =>
  Array.from({ length: 20 }, (_, n): Event => [`order-${n}`, `{"step":"${step}","total":${n}}`]),
);

async function write(bootstrap: string, topic: string, events: Event[]): Promise<void> {
  const clients = testClients(bootstrap);
  const writer = recordWriter(bootstrap);
  try {
    await clients.create(topic, 2, 3);
    const records = events.map(([key, value]) => ({
      partition: Number(key.at(-1)) % 2,
      key: Buffer.from(key),
      value: Buffer.from(value),
      headers: [],
      timestamp: BigInt(Date.now()),
    }));
    await writer.write(topic, records);
  } finally {
    await writer.close();
    await clients.close();
  }
}

const compareOf = (topic: string) => `/clusters/${CLUSTER_ID}/topics/${topic}/messages/compare`;
const duplicatesOf = (topic: string) => `/clusters/${CLUSTER_ID}/topics/${topic}/messages/duplicates`;

test("Two topics are compared: the verdict, the counts, the keys that differ, and both records beside each other", async ({
  page,
  kafka,
  axe,
}) => {
  const came = orders
    .filter(([key]) => key !== "order-3")
    .map(([key, value]): Event => [key, key === "order-4" ? value.replace("paid", "lost") : value]);
  await write(kafka.bootstrap, "e2e-went-in", orders);
  await write(kafka.bootstrap, "e2e-came-out", [...came, orders[5]!]);
  await page.goto(compareOf("e2e-went-in"));
  await expect(page.getByRole("button", { name: "Compare" })).toBeDisabled();
  await page.getByRole("combobox", { name: "Topic that came out" }).fill("e2e-came");
  await page.getByRole("option", { name: "e2e-came-out" }).click();
  await axe();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("3 keys differ")).toBeVisible();
  await expect(page).toHaveURL(/with=e2e-came-out.*run=true/);
  const kinds = page.getByRole("table", { name: "Keys by what became of them" });
  await expectRowVisible(kinds, { Outcome: "Missing", Keys: "1", "Records in, e2e-went-in": "3" });
  await expect(kinds.locator("tfoot")).toHaveText(/^Compared\s*20\s*60\s*58$/);
  const findings = page.getByRole("table", { name: "Keys that differ" });
  await expectRowVisible(findings, { Key: "order-3", Outcome: "Missing", "Out, e2e-came-out": "not there" });
  await expectRowVisible(findings, { Key: "order-5", Outcome: "Repeated" });
  await axe();
  await findings
    .getByRole("row", { name: /order-4/ })
    .getByRole("button", { name: "Values" })
    .click();
  const both = page.getByRole("table", { name: "Both records beside each other" });
  await expectRowVisible(both, { Field: "step", "In, e2e-went-in": '"paid"', "Out, e2e-came-out": '"lost"' });
  await axe();
  await page.keyboard.press("Escape");
  await findings
    .getByRole("row", { name: /order-3/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/topics\/e2e-went-in\/messages\?.*record=1-/);
});

test("What is the same is said to be, and a link shows it again", async ({ page, kafka }) => {
  await write(kafka.bootstrap, "e2e-original", orders);
  await write(kafka.bootstrap, "e2e-copy", orders);
  await page.goto(`${compareOf("e2e-original")}?with=e2e-copy&run=true`);
  await expect(page.getByText("Same: every record of e2e-original is in e2e-copy, in order")).toBeVisible();
  await expect(page.getByText("60 records went in, 60 came out; 20 keys were compared.")).toBeVisible();
});

test("Duplicates are found, each with links to the first record and to its copies", async ({ page, kafka, axe }) => {
  await write(kafka.bootstrap, "e2e-sent-again", [...orders, orders[7]!, orders[7]!, orders[8]!]);
  await page.goto(duplicatesOf("e2e-sent-again"));
  await page.getByRole("button", { name: "Find duplicates" }).click();
  await expect(page.getByText("3 of 63 records are copies (4.8%)")).toBeVisible();
  const groups = page.getByRole("table", { name: "Records with copies" });
  await expectRowVisible(groups, { Key: "order-7", Copies: "2", "First record": "p1 · 3" });
  await expectRowVisible(groups, { Key: "order-8", Copies: "1", "First record": "p0 · 4" });
  await expect(page.getByRole("table", { name: "Keys with the most copies" }).getByRole("link")).toHaveText([
    "order-7",
    "order-8",
  ]);
  await axe();
  await page.getByRole("radio", { name: "Producer sequence" }).check({ force: true });
  await page.getByRole("button", { name: "Find duplicates" }).click();
  await expect(page.getByText("No producer in this range is idempotent")).toBeVisible();
});
