import { createRandom, type Random } from "./random.ts";

/** Product is an article of the shop; price in cents. */
export type Product = { sku: string; name: string; price: number };

/** Order is a customer's order, from placed to delivered; amount in cents. */
export type Order = {
  id: string;
  customer: string;
  items: { sku: string; quantity: number; price: number }[];
  amount: number;
  trace: string;
};

/** Shop is the small world that the records tell of. */
export type Shop = { random: Random; customers: string[]; products: Product[]; orders: Order[]; nextOrder: number };

/** HOT_CUSTOMER places so many orders that the partition of this key gets far more than its share. */
export const HOT_CUSTOMER = "C-100001";

const COLOURS = ["Black", "Navy", "Olive", "Sand", "White", "Burgundy"];
const ARTICLES = ["Sneaker", "Rain Jacket", "Slim Jeans", "Wool Coat", "Linen Shirt", "Backpack", "Running Tights"];
const KEPT_ORDERS = 500;

/** createShop makes the same customers and products for the same seed. */
export function createShop(seed: number): Shop {
  const random = createRandom(seed);
  const customers = Array.from({ length: 1200 }, (_, index) => `C-${100_001 + index}`);
  const products = ARTICLES.flatMap((article) => COLOURS.map((colour) => product(random, `${colour} ${article}`)));
  return { random, customers, products, orders: [], nextOrder: 480_211 };
}

function product(random: Random, name: string): Product {
  return { sku: `SKU-${random.hex(5).toUpperCase()}`, name, price: random.int(9, 249) * 100 - 5 };
}

/** placeOrder makes the next order and remembers it for the events that follow it. */
export function placeOrder(shop: Shop): Order {
  const { random } = shop;
  const items = Array.from({ length: random.int(1, 4) }, () => {
    const { sku, price } = random.pick(shop.products);
    return { sku, quantity: random.int(1, 2), price };
  });
  const amount = items.reduce((sum, item) => sum + item.quantity * item.price, 0);
  const customer = random.chance(0.35) ? HOT_CUSTOMER : random.pick(shop.customers);
  const order = { id: `ORD-${shop.nextOrder++}`, customer, items, amount, trace: random.hex(32) };
  shop.orders.push(order);
  if (shop.orders.length > KEPT_ORDERS) shop.orders.shift();
  return order;
}
