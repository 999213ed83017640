import { describe, expect, test } from "vitest";
import { loadThroughputParams, toAsk } from "./search-params.ts";

const time = { from: "2026-11-23T13:00:00.000Z", to: "2026-11-23T13:20:00.000Z" };

describe("toAsk makes of an address what to ask for", () => {
  test.each([
    ["", { by: "topic", lastMs: 3_600_000 }],
    ["range=15m&by=broker", { by: "broker", lastMs: 900_000 }],
    ["range=9y&by=moon", { by: "topic", lastMs: 3_600_000 }],
    [`from=${time.from}&to=${time.to}&range=6h`, { by: "topic", ...time }],
    [`from=${time.from}`, { by: "topic", lastMs: 3_600_000 }],
    [`from=${time.to}&to=${time.from}`, { by: "topic", lastMs: 3_600_000 }],
    ["topic=orders", { by: "topic", topic: "orders", lastMs: 3_600_000 }],
    [`topic=${"x".repeat(250)}`, { by: "topic", lastMs: 3_600_000 }],
  ])("%s", async (search, ask) => {
    expect(toAsk(await loadThroughputParams(Promise.resolve(Object.fromEntries(new URLSearchParams(search)))))).toEqual(
      ask,
    );
  });
});
