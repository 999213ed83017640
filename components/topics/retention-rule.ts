/** RetentionRule is how long a topic keeps a record: by key, without a limit, up to a time (ms) and a size a partition (bytes), or not known. */
export type RetentionRule =
  | { kind: "unknown" | "newest-per-key" | "no-limit" }
  | { kind: "limit"; ms: string | null; bytes: string | null };

type Settings = { cleanupPolicy: readonly string[]; retentionMs: string | null; retentionBytes: string | null };

const limitOf = (value: string | null) => (value === null || value.startsWith("-") ? null : value);

/** assessRetention reads the rule from a topic's settings. retention.ms and retention.bytes are -1 for no limit, and count only where cleanup.policy has "delete". */
export function assessRetention({ cleanupPolicy, retentionMs, retentionBytes }: Settings): RetentionRule {
  if (cleanupPolicy.length === 0) return { kind: "unknown" };
  if (!cleanupPolicy.includes("delete")) return { kind: "newest-per-key" };
  if (retentionMs === null && retentionBytes === null) return { kind: "unknown" };
  const [ms, bytes] = [limitOf(retentionMs), limitOf(retentionBytes)];
  return ms === null && bytes === null ? { kind: "no-limit" } : { kind: "limit", ms, bytes };
}
