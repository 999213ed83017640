/** cleanupPolicies are the choices of the form. */
export const cleanupPolicies = ["delete", "compact", "compact,delete"] as const;
export type CleanupPolicy = (typeof cleanupPolicies)[number];

/** readPolicy reads a raw cleanup.policy, in any order; null when it is none of the form's. */
export function readPolicy(raw: string): CleanupPolicy | null {
  const sorted = raw
    .split(",")
    .map((part) => part.trim())
    .toSorted()
    .join(",");
  return cleanupPolicies.find((policy) => policy === sorted) ?? null;
}

const byPolicy: Readonly<Record<CleanupPolicy, readonly string[]>> = {
  delete: ["retention.ms", "retention.bytes", "compression.type"],
  compact: ["min.compaction.lag.ms", "max.compaction.lag.ms", "delete.retention.ms"],
  "compact,delete": ["retention.ms", "min.compaction.lag.ms", "delete.retention.ms"],
};

/** policyFields gives the settings that stand in the form itself for a policy; the rest are "more settings". */
export function policyFields(policy: CleanupPolicy | null): readonly string[] {
  return byPolicy[policy ?? "delete"];
}

/** FORM_SETTINGS stand in the form whatever the policy. */
export const FORM_SETTINGS: readonly string[] = ["cleanup.policy", "min.insync.replicas"];

/** isUsed tells whether a setting has any effect under a policy (org.apache.kafka.storage.internals.log: LogCleaner reads the one kind, retention the other). */
export function isUsed(name: string, policy: string): boolean {
  if (name === "retention.ms" || name === "retention.bytes") return policy.includes("delete");
  const compaction = [
    "min.compaction.lag.ms",
    "max.compaction.lag.ms",
    "delete.retention.ms",
    "min.cleanable.dirty.ratio",
  ];
  return !compaction.includes(name) || policy.includes("compact");
}

const ALWAYS = ["cleanup.policy", "min.insync.replicas", "retention.ms"];
const COMPACTING = ["min.compaction.lag.ms", "max.compaction.lag.ms", "delete.retention.ms"];
const LAST = ["segment.ms", "compression.type", "max.message.bytes"];

/** keySettings gives the settings that matter most under a policy, and all that were set, in the form's order. */
export function keySettings(policy: string, set: Iterable<string>): string[] {
  const middle = policy.includes("compact") ? COMPACTING : ["retention.bytes"];
  return [...new Set([...ALWAYS, ...middle, ...LAST, ...set])];
}
