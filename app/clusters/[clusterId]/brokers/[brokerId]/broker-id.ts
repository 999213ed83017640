/** readBrokerId reads a broker's id in an address: a whole number from 0, as large as Kafka's int32 allows; null for anything else. */
export function readBrokerId(text: string): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= 2_147_483_647 ? Number(text) : null;
}
