import { setTimeout as delay } from "node:timers/promises";
import { produce, type ShopProducer } from "./clients.ts";
import { auditEntry, customerChanged, orderPlaced, orderProgress, pageViewed, type ShopRecord } from "./records.ts";
import { placeOrder, type Shop } from "./shop.ts";

const TICK_MS = 1000;
const WAVE_MS = 6 * 60_000;

/** keepTrading lets the shop go on, one batch of records a second, until `signal` aborts. */
export async function keepTrading(producer: ShopProducer, shop: Shop, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // What a stopped broker refuses is lost, as in a shop whose web server cannot wait.
    await produce(producer, tick(shop, Date.now())).catch(() => {});
    await delay(TICK_MS, undefined, { signal }).catch(() => {});
  }
}

/** tick gives one second of the shop; demand swings by a third over six minutes. */
export function tick(shop: Shop, now: number): ShopRecord[] {
  const demand = 1 + Math.sin((now / WAVE_MS) * 2 * Math.PI) / 3;
  const { random } = shop;
  const times = (perSecond: number, make: () => ShopRecord | ShopRecord[]) =>
    Array.from({ length: Math.floor(perSecond * demand + random.next()) }, make).flat();
  return [
    ...times(4, () => orderPlaced(shop, placeOrder(shop), now)),
    ...times(2, () => orderProgress(shop, random.pick(shop.orders), now)),
    ...times(1, () => customerChanged(shop, now)),
    ...times(0.5, () => auditEntry(shop, "backoffice", "price.change", random.pick(shop.products).sku, now)),
    ...times(150, () => pageViewed(shop, now)),
  ];
}
