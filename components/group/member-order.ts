import type { Member } from "@/lib/api/groups.ts";

const byName = new Intl.Collator("en", { numeric: true });

/** inNameOrder orders members by client id (2 before 10), then host, then member id: an order that stays while figures change. */
export function inNameOrder(members: readonly Member[]): Member[] {
  return members.toSorted(
    (a, b) =>
      byName.compare(a.clientId, b.clientId) ||
      byName.compare(a.host, b.host) ||
      byName.compare(a.memberId, b.memberId),
  );
}
