import { setTimeout as delay } from "node:timers/promises";
import { createTransactionalProducer, FRESH_PRODUCER, type ShopProducer, toMessages } from "./clients.ts";
import { paymentOf } from "./records.ts";
import type { Shop } from "./shop.ts";

const HOUR_MS = 3_600_000;
const PAUSE_MS = 2500;
const SHORT_MS = 300;
/** LONG_MS is how long every eighth transaction stays open, so that the last stable offset is seen to lag. */
const LONG_MS = 20_000;
const LONG_EVERY = 8;

/** keepPaying writes payments in transactions until `signal` aborts; every twelfth is aborted, every eighth stays open. */
export async function keepPaying(bootstrap: string, shop: Shop, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const producer = createTransactionalProducer(bootstrap, "payment-gateway");
    try {
      for (let round = 1; !signal.aborted; round++) await payOnce(producer, shop, round, signal);
    } catch {
      // A broker went away in the middle: a fresh producer fences the old transaction and goes on.
      await pause(PAUSE_MS, signal);
    } finally {
      await producer.close(true).catch(() => {});
    }
  }
}

/** payBefore writes the payments of two days before the demo began, six hours in a transaction, one of them aborted. */
export async function payBefore(bootstrap: string, shop: Shop, now: number): Promise<void> {
  const producer = createTransactionalProducer(bootstrap, "payment-gateway");
  for (let hours = 48; hours > 0; hours -= 6) {
    const times = Array.from({ length: 150 }, (_, index) => Math.floor(now - (hours - (index / 150) * 6) * HOUR_MS));
    const transaction = await producer.beginTransaction(FRESH_PRODUCER);
    const records = times.flatMap((at) => paymentOf(shop, shop.random.pick(shop.orders), at));
    await transaction.send({ messages: toMessages(records) });
    await (hours === 24 ? transaction.abort() : transaction.commit());
  }
  await producer.close();
}

async function payOnce(producer: ShopProducer, shop: Shop, round: number, signal: AbortSignal): Promise<void> {
  const orders = shop.orders.slice(-8);
  const transaction = await producer.beginTransaction(FRESH_PRODUCER);
  await transaction.send({ messages: toMessages(orders.flatMap((order) => paymentOf(shop, order, Date.now()))) });
  await pause(round % LONG_EVERY === 0 ? LONG_MS : SHORT_MS, signal);
  await (round % 12 === 0 ? transaction.abort() : transaction.commit());
  await pause(PAUSE_MS, signal);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
