import {
  auditEntry,
  customerChanged,
  orderPlaced,
  orderProgress,
  pageViewed,
  pointsEarned,
  type ShopRecord,
  stockChanged,
  trialRecord,
} from "./records.ts";
import { placeOrder, type Shop } from "./shop.ts";

const HOUR_MS = 3_600_000;

type Part = { count: number; hours: number; make: (at: number) => ShopRecord | ShopRecord[] };

/** pastHours tells, hour by hour, what happened in the shop before the demo began, in order of time, without the payments. */
export function* pastHours(shop: Shop, now: number): Generator<ShopRecord[]> {
  const parts = partsOf(shop);
  for (let ago = Math.max(...parts.map(({ hours }) => hours)); ago > 0; ago--) {
    const records = parts.flatMap((part) => recordsOf(part, ago, now));
    yield records.toSorted((one, other) => one.timestamp - other.timestamp);
  }
}

function partsOf(shop: Shop): Part[] {
  const { random } = shop;
  const sku = () => random.pick(shop.products).sku;
  return [
    { count: 3000, hours: 72, make: (at) => orderPlaced(shop, placeOrder(shop), at) },
    { count: 1600, hours: 71, make: (at) => orderProgress(shop, random.pick(shop.orders), at) },
    { count: 4000, hours: 160, make: (at) => customerChanged(shop, at) },
    { count: 1500, hours: 160, make: (at) => stockChanged(shop, sku(), random.int(20, 200), at) },
    { count: 40_000, hours: 20, make: (at) => pageViewed(shop, at) },
    { count: 1200, hours: 100, make: (at) => auditEntry(shop, "backoffice", "price.change", sku(), at) },
    { count: 900, hours: 90, make: (at) => pointsEarned(shop, at) },
    { count: 120, hours: 5, make: (at) => trialRecord(shop, at) },
  ];
}

// The share of a part that falls into the hour that began `ago` hours before now.
function recordsOf({ count, hours, make }: Part, ago: number, now: number): ShopRecord[] {
  if (ago > hours) return [];
  const upTo = (hour: number) => Math.floor((count * hour) / hours);
  const share = upTo(hours - ago + 1) - upTo(hours - ago);
  const times = Array.from({ length: share }, (_, index) =>
    Math.floor(now - (ago - (index + 1) / (share + 1)) * HOUR_MS),
  );
  return times.flatMap(make);
}
