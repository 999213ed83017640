import type { Broker, BrokerStatus } from "@/lib/api/brokers.ts";

const worstFirst: readonly BrokerStatus[] = ["down", "not-answering", "follows-slowly", "up"];

/** summarizeBrokers is the worst status among brokers and how many have it. */
export function summarizeBrokers(brokers: readonly Pick<Broker, "status">[]): { worst: BrokerStatus; count: number } {
  const worst = worstFirst.find((status) => brokers.some((broker) => broker.status === status)) ?? "up";
  return { worst, count: brokers.filter(({ status }) => status === worst).length };
}

/** pickBrokers takes at most `most` brokers to show at a glance, those with trouble before the others, in the order of their ids. */
export function pickBrokers<B extends Pick<Broker, "brokerId" | "status">>(brokers: readonly B[], most: number): B[] {
  const byTrouble = brokers.toSorted(
    (a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status) || a.brokerId - b.brokerId,
  );
  return byTrouble.slice(0, most).toSorted((a, b) => a.brokerId - b.brokerId);
}
