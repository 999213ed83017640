import type { Order, Shop } from "./shop.ts";

/** ShopRecord is a record to produce: value null is a tombstone, timestamp is epoch ms. */
export type ShopRecord = {
  topic: string;
  key: string;
  value: string | null;
  headers: Record<string, string>;
  timestamp: number;
};

type Event = { topic: string; key: string; type: string; source: string; body: object; trace?: string };

const CITIES = ["Berlin", "Hamburg", "Seoul", "Busan", "Wien", "Milano", "Rotterdam", "Gdynia"];
const PAGES = ["/", "/women", "/men", "/sale", "/cart", "/checkout", "/search"];

/** orderPlaced gives what an order causes at once, except its payment: order, mail, stock and audit trail. */
export function orderPlaced(shop: Shop, order: Order, at: number): ShopRecord[] {
  const { random } = shop;
  const { id, customer, items, amount, trace } = order;
  const placed = { orderId: id, customerId: customer, status: "PLACED", currency: "EUR", amountCents: amount, items };
  const mail = { orderId: id, template: "order-confirmation", to: mailOf(customer), locale: random.pick(["de", "ko"]) };
  const stock = items.map(({ sku, quantity }) => stockChanged(shop, sku, -quantity, at, trace));
  return [
    event({ topic: "orders", key: customer, type: "order.placed", source: "checkout", body: placed, trace }, shop, at),
    event({ topic: "emails", key: customer, type: "email.requested", source: "checkout", body: mail, trace }, shop, at),
    ...stock,
    auditEntry(shop, "checkout", "order.create", id, at),
  ];
}

/** orderProgress gives what happens to an order later: packed and shipped, now and then returned. */
export function orderProgress(shop: Shop, order: Order, at: number): ShopRecord[] {
  const { random } = shop;
  const { id, customer, items, trace } = order;
  const parcel = `PKT${random.int(10_000_000, 99_999_999)}`;
  const shipped = { orderId: id, customerId: customer, status: "SHIPPED", parcel };
  const parcelBody = {
    parcel,
    orderId: id,
    carrier: random.pick(["DHL", "CJ Logistics", "GLS"]),
    to: random.pick(CITIES),
  };
  const records = [
    event(
      { topic: "orders", key: customer, type: "order.shipped", source: "warehouse", body: shipped, trace },
      shop,
      at,
    ),
    event(
      { topic: "shipments", key: parcel, type: "parcel.handed-over", source: "warehouse", body: parcelBody, trace },
      shop,
      at,
    ),
  ];
  if (!random.chance(0.25)) return records;
  const { sku } = random.pick(items);
  const body = {
    returnId: `RET-${random.int(10_000, 99_999)}`,
    orderId: id,
    sku,
    reason: random.pick(["SIZE", "DAMAGED", "LATE"]),
  };
  return [
    ...records,
    event({ topic: "returns", key: id, type: "return.announced", source: "returns-portal", body, trace }, shop, at),
  ];
}

/** paymentOf gives the two records of an order's payment, which belong to one transaction. */
export function paymentOf(shop: Shop, order: Order, at: number): ShopRecord[] {
  const { random } = shop;
  const payment = { paymentId: `PAY-${random.hex(10)}`, orderId: order.id, amountCents: order.amount, currency: "EUR" };
  const method = random.pick(["CARD", "INVOICE", "PAYPAL", "KAKAOPAY"]);
  return (["AUTHORISED", "CAPTURED"] as const).map((status) => {
    const body = { ...payment, method, status };
    const type = `payment.${status.toLowerCase()}`;
    return event(
      { topic: "payments", key: order.id, type, source: "payment-gateway", body, trace: order.trace },
      shop,
      at,
    );
  });
}

/** customerChanged gives the new state of a customer; now and then the customer leaves, which is a tombstone. */
export function customerChanged(shop: Shop, at: number): ShopRecord {
  const { random } = shop;
  const id = random.pick(shop.customers);
  const since = `20${random.int(15, 26)}-0${random.int(1, 9)}-1${random.int(0, 9)}`;
  const body = { customerId: id, email: mailOf(id), city: random.pick(CITIES), newsletter: random.chance(0.4), since };
  const record = event({ topic: "customers", key: id, type: "customer.changed", source: "accounts", body }, shop, at);
  return random.chance(0.04) ? { ...record, value: null } : record;
}

/** stockChanged gives the new stock of an article; `change` is how many pieces came (or, negative, went). */
export function stockChanged(shop: Shop, sku: string, change: number, at: number, trace?: string): ShopRecord {
  const body = { sku, warehouse: shop.random.pick(["BER-1", "ICN-2"]), change, available: shop.random.int(0, 400) };
  return event({ topic: "inventory", key: sku, type: "stock.changed", source: "warehouse", body, trace }, shop, at);
}

/** pageViewed gives one step of a visitor through the shop. */
export function pageViewed(shop: Shop, at: number): ShopRecord {
  const { random } = shop;
  const session = `s-${random.int(1, 4000).toString(36).padStart(4, "0")}`;
  const path = random.chance(0.4) ? `/product/${random.pick(shop.products).sku}` : random.pick(PAGES);
  const body = {
    sessionId: session,
    path,
    device: random.pick(["phone", "desktop", "app"]),
    durationMs: random.int(200, 30_000),
  };
  return event({ topic: "clickstream", key: session, type: "page.viewed", source: "web", body }, shop, at);
}

/** auditEntry says who did what to which thing. */
export function auditEntry(shop: Shop, actor: string, action: string, target: string, at: number): ShopRecord {
  const body = { actor, action, target, ip: `10.${shop.random.int(0, 31)}.${shop.random.int(0, 255)}.7` };
  return event({ topic: "audit-log", key: target, type: action, source: actor, body }, shop, at);
}

/** pointsEarned gives the loyalty points that a customer got for an order. */
export function pointsEarned(shop: Shop, at: number): ShopRecord {
  const key = shop.random.pick(shop.customers);
  const body = { customerId: key, points: shop.random.int(5, 400), reason: "ORDER" };
  return event({ topic: "loyalty-points", key, type: "points.earned", source: "loyalty", body }, shop, at);
}

/** trialRecord gives what somebody wrote to the sandbox while trying things out. */
export function trialRecord(shop: Shop, at: number): ShopRecord {
  const key = `try-${shop.random.int(1, 20)}`;
  return event(
    { topic: "sandbox", key, type: "trial", source: "developer", body: { hello: "world", run: key } },
    shop,
    at,
  );
}

function event({ topic, key, type, source, body, trace }: Event, { random }: Shop, at: number): ShopRecord {
  const headers = {
    "content-type": "application/json",
    "event-type": type,
    source,
    traceparent: `00-${trace ?? random.hex(32)}-${random.hex(16)}-01`,
  };
  const value = JSON.stringify({ ...body, occurredAt: new Date(at).toISOString() });
  return { topic, key, value, headers, timestamp: at };
}

function mailOf(customer: string): string {
  return `${customer.toLowerCase()}@mail.example`;
}
