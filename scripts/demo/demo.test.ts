import { expect, test } from "vitest";
import { pastHours } from "./history.ts";
import { createRandom } from "./random.ts";
import { createShop, HOT_CUSTOMER, placeOrder } from "./shop.ts";
import { SHOP_TOPICS } from "./topics.ts";
import { tick } from "./traffic.ts";

const NOW = Date.UTC(2026, 5, 1, 12);

const past = [...pastHours(createShop(1), NOW)].flat();

test("the same seed gives the same shop, another seed another one", () => {
  expect(tick(createShop(1), NOW)).toEqual(tick(createShop(1), NOW));
  expect(tick(createShop(2), NOW)).not.toEqual(tick(createShop(1), NOW));
});

test("random numbers stay in their range and reach its ends", () => {
  const random = createRandom(3);
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(1, 6)));
  expect(drawn).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

test("the past is in order of time and lies within the retention of its topics", () => {
  const retention = new Map(
    SHOP_TOPICS.map(({ name, configs }) => [name, Number(configs["retention.ms"] ?? Infinity)]),
  );
  const inOrder = past.every(({ timestamp }, index) => index === 0 || timestamp >= past[index - 1]!.timestamp);
  const lost = past.filter(({ topic, timestamp }) => timestamp > NOW || NOW - timestamp >= retention.get(topic)!);
  expect(inOrder).toBe(true);
  expect(lost).toEqual([]);
});

test("the past has tombstones in customers alone, and JSON in every other value", () => {
  expect(new Set(past.filter(({ value }) => value === null).map(({ topic }) => topic))).toEqual(new Set(["customers"]));
  expect(past.every(({ value }) => value === null || typeof JSON.parse(value) === "object")).toBe(true);
});

test("one customer places about a third of all orders", () => {
  const shop = createShop(1);
  const orders = Array.from({ length: 2000 }, () => placeOrder(shop));
  const share = orders.filter(({ customer }) => customer === HOT_CUSTOMER).length / orders.length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.4);
});

test("a second of the shop is some hundred records, most of them clicks, and none for the topics that rest", () => {
  const records = tick(createShop(1), NOW);
  const topics = new Set(records.map(({ topic }) => topic));
  expect(records.length).toBeGreaterThan(100);
  expect(records.length).toBeLessThan(300);
  expect(topics.has("newsletter-signups") || topics.has("loyalty-points") || topics.has("sandbox")).toBe(false);
});

test("topics stay few: under 80 partitions with 3 to 12 each", () => {
  const counts = SHOP_TOPICS.map(({ partitions }) => partitions);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(80);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...counts)).toBeLessThanOrEqual(12);
});
