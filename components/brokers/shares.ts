import type { Broker } from "@/lib/api/brokers.ts";

/** inSyncShare is the share (0..1) of a broker's replicas that are in sync, at most 0.99 while one is not; null without replicas. */
export function inSyncShare({ replicas, inSyncReplicas }: Pick<Broker, "replicas" | "inSyncReplicas">): number | null {
  if (replicas === 0) return null;
  return inSyncReplicas >= replicas ? 1 : Math.min(0.99, inSyncReplicas / replicas);
}

/** DiskUse is how full disks are: `share` 0..1, bytes as on the wire. */
export type DiskUse = { share: number; usableBytes: string; totalBytes: string };

/** calculateDiskUse is how full a disk is, whoever fills it; null when the broker did not tell. */
export function calculateDiskUse(totalBytes: string | null, usableBytes: string | null): DiskUse | null {
  if (totalBytes === null || usableBytes === null || totalBytes === "0") return null;
  const [total, usable] = [BigInt(totalBytes), BigInt(usableBytes)];
  return { share: Number(((total - usable) * 10_000n) / total) / 10_000, usableBytes, totalBytes };
}

/** diskTone asks for a person when a disk is nearly full: from 80% warn, from 90% crit. */
export function diskTone(share: number): "warn" | "crit" | undefined {
  if (share >= 0.9) return "crit";
  return share >= 0.8 ? "warn" : undefined;
}
