import type { ApiVersions } from "./platformatic-brokers.ts";

// The protocol does not tell a broker's version. What it supports of metadata.version does: each release raises it
// (org.apache.kafka.server.common.MetadataVersion, its levels up to 4.3-IV0).
const firstLevelOf: [level: number, release: string][] = [
  [28, "4.2"],
  [26, "4.1"],
  [22, "4.0"],
  [21, "3.9"],
  [20, "3.8"],
  [15, "3.7"],
  [12, "3.6"],
  [9, "3.5"],
  [8, "3.4"],
  [4, "3.3"],
  [3, "3.2"],
  [2, "3.1"],
  [1, "3.0"],
];

/** kafkaVersionOf tells the release of a broker from the newest metadata.version that it supports ("4.3"); null when it tells none (ZooKeeper mode). */
export function kafkaVersionOf(versions: ApiVersions): string | null {
  const level = versions.supportedFeatures.get("metadata.version");
  if (level === undefined) return null;
  if (level > 30) return "4.4 or newer";
  if (level === 30) return "4.3";
  return firstLevelOf.find(([first]) => level >= first)?.[1] ?? null;
}
