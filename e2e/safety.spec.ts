import { writeFileSync } from "node:fs";
import path from "node:path";
import { CLUSTER_ID, expect, test } from "./fixtures.ts";
import { kafkaDir } from "./world.ts";

test("A read-only server hides what changes, and refuses it", async ({ page, request, kafka, startProduct }) => {
  const { url } = await startProduct({
    KAFKA_BROKERS: kafka.bootstrap,
    KAFKA_CLUSTER_NAME: CLUSTER_ID,
    READ_ONLY: "true",
  });
  await page.goto(`${url}/clusters/${CLUSTER_ID}/topics`);
  await expect(page.getByRole("link", { name: "orders", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Create topic" })).toHaveCount(0);
  await page.goto(`${url}/clusters/${CLUSTER_ID}/topics/orders`);
  await expect(page.getByRole("heading", { level: 1, name: "orders" })).toBeVisible();
  await expect(page.getByRole("button", { name: "More actions" })).toHaveCount(0);
  const answer = await request.delete(`${url}/api/clusters/${CLUSTER_ID}/topics/orders`, {
    headers: { "content-type": "application/json" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "READ_ONLY" });
});

test("A page of another origin may not change anything", async ({ request }) => {
  const headers = {
    "content-type": "application/json",
    origin: "https://elsewhere.example",
    "sec-fetch-site": "cross-site",
  };
  const answer = await request.post(`/api/clusters/${CLUSTER_ID}/topics`, {
    headers,
    data: { name: "x", partitions: 1, replicationFactor: 1 },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "FORBIDDEN_ORIGIN" });
});

test("Pages and API bear the headers that keep a browser safe", async ({ request }) => {
  const page = await request.get(`/clusters/${CLUSTER_ID}`);
  const policy = page.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+' 'strict-dynamic'/);
  expect(policy).not.toMatch(/unsafe-eval|https?:/);
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const api = [await request.get("/api/health"), await request.get("/api/nothing")];
  for (const answer of api)
    expect(answer.headers()["content-security-policy"]).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
  for (const answer of [page, ...api, await request.get(script!)]) {
    expect(answer.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    });
  }
});

test("No secret of the configuration reaches an answer", async ({ request, startProduct, kafka }) => {
  const config = path.join(kafkaDir(), "secret.yaml");
  writeFileSync(
    config,
    `clusters:\n  - name: guarded\n    brokers: ["${kafka.bootstrap.split(",")[0]}"]\n    sasl: { mechanism: PLAIN, username: somebody, password: "\${SECRET}" }\n`,
  );
  const { url } = await startProduct({ HIGHWATER_CONFIG: config, SECRET: "hunter2-hunter2" });
  for (const at of ["/api/clusters", "/api/clusters/guarded/overview", "/", "/clusters/guarded"]) {
    const text = await (await request.get(url + at)).text();
    expect(text, at).not.toContain("hunter2");
    expect(text, at).not.toContain("somebody");
  }
});
