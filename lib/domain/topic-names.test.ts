import { expect, test } from "vitest";
import { findCollision } from "./topic-names.ts";

const rows: [sentence: string, name: string, existing: string[], twin: string | null][] = [
  ["a dot against an underscore collides", "shop.orders", ["shop_orders"], "shop_orders"],
  ["an underscore against a dot collides", "shop_orders", ["shop.orders"], "shop.orders"],
  ["mixed places collide", "a.b_c", ["x", "a_b.c"], "a_b.c"],
  ["every dot counts, not the first alone", "a.b.c", ["a_b_c"], "a_b_c"],
  ["the same name is no collision: it exists", "shop.orders", ["shop.orders"], null],
  ["a dash is not a dot", "shop-orders", ["shop.orders", "shop_orders"], null],
  ["case tells names apart", "Shop.orders", ["shop_orders"], null],
  ["nothing exists, nothing collides", "shop.orders", [], null],
];

test.each(rows)("%s", (_, name, existing, twin) => {
  expect(findCollision(name, existing)).toBe(twin);
});
