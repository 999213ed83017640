/** Effect is a consequence of a change of a topic's settings; `loss`: records go for good. */
export type Effect = {
  severity: "crit" | "warn" | "info";
  code:
    | "DELETES_OLDER_THAN"
    | "DELETES_OVER_SIZE"
    | "DELETES_BY_NEW_POLICY"
    | "COMPACTION_DROPS_OLD_VALUES"
    | "KEEPS_LONGER"
    | "GROUP_LOSES_UNREAD"
    | "MIN_ISR_ABOVE_LIVE"
    | "MIN_ISR_NO_REDUNDANCY"
    | "UNCLEAN_ELECTION"
    | "KEYLESS_REFUSED"
    | "SMALLER_BATCHES"
    | "LOSS_UNKNOWN";
  loss: boolean;
  values: Record<string, string | number>;
};

/** Settings are a topic's values in force, before and after the change. */
export type Settings = { before: Map<string, string | null>; after: Map<string, string | null> };

function number(value: string | null | undefined): bigint | null {
  return value !== null && value !== undefined && /^-?\d+$/.test(value.trim()) ? BigInt(value.trim()) : null;
}

function has(value: string | null | undefined, policy: string): boolean {
  return (
    value
      ?.split(",")
      .map((part) => part.trim())
      .includes(policy) ?? false
  );
}

/** Retention is what a change does to what is deleted: `ms` or `bytes` is the new limit when it now deletes more than before, else null. `policy`: deletion itself is new. */
export type Retention = { ms: bigint | null; bytes: bigint | null; policy: boolean };

// A negative limit is no limit (TopicConfig.RETENTION_MS_DOC).
function isTighter(before: bigint | null, after: bigint | null): boolean {
  if (after === null || after < 0n) return false;
  return before === null || before < 0n || after < before;
}

/** compareRetention tells whether a change makes Kafka delete what it kept until now. */
export function compareRetention({ before, after }: Settings): Retention {
  if (!has(after.get("cleanup.policy"), "delete")) return { ms: null, bytes: null, policy: false };
  const policy = !has(before.get("cleanup.policy"), "delete");
  const limit = (name: string) => {
    const now = number(after.get(name));
    const was = policy ? -1n : number(before.get(name));
    return isTighter(was, now) ? now : null;
  };
  return { ms: limit("retention.ms"), bytes: limit("retention.bytes"), policy };
}

/** PartitionCut is where deletion would cut a partition: below `cut` all goes. Null = not known. */
export type PartitionCut = { start: bigint; end: bigint; cut: bigint; sizeBytes: bigint | null };

/** Loss adds up what goes and what stays; bytes are an estimate (records of a partition are taken as equal), null when a size is not known. */
export type Loss = { records: bigint; bytes: bigint | null; keptRecords: bigint; keptBytes: bigint | null };

/** summarizeLoss adds up cuts. */
export function summarizeLoss(cuts: PartitionCut[]): Loss {
  const loss: Loss = { records: 0n, bytes: 0n, keptRecords: 0n, keptBytes: 0n };
  for (const { start, end, cut, sizeBytes } of cuts) {
    const all = end > start ? end - start : 0n;
    const gone = cut > start ? (cut < end ? cut - start : all) : 0n;
    loss.records += gone;
    loss.keptRecords += all - gone;
    if (sizeBytes === null || loss.bytes === null || loss.keptBytes === null) {
      [loss.bytes, loss.keptBytes] = [null, null];
      continue;
    }
    const bytes = all === 0n ? 0n : (sizeBytes * gone) / all;
    loss.bytes += bytes;
    loss.keptBytes += sizeBytes - bytes;
  }
  return loss;
}

/** cutBySize gives the offset below which a partition of `sizeBytes` is deleted to fit `limit` (records taken as equal). */
export function cutBySize(start: bigint, end: bigint, sizeBytes: bigint, limit: bigint): bigint {
  if (sizeBytes <= limit || end <= start) return start;
  return start + ((end - start) * (sizeBytes - limit)) / sizeBytes;
}

/** Standing is the topic's replication now. */
export type Standing = { replicationFactor: number; smallestIsr: number };

/** assessSettings finds the consequences that follow from the values alone, without looking at records. */
export function assessSettings({ before, after }: Settings, standing: Standing): Effect[] {
  const effects: Effect[] = [];
  const add = (severity: Effect["severity"], code: Effect["code"], loss = false, values: Effect["values"] = {}) =>
    effects.push({ severity, code, loss, values });
  const changed = (name: string) => before.get(name) !== after.get(name);
  const minIsr = number(after.get("min.insync.replicas"));
  if (changed("min.insync.replicas") && minIsr !== null) {
    const values = { minIsr: Number(minIsr), ...standing };
    if (minIsr > BigInt(standing.smallestIsr)) add("crit", "MIN_ISR_ABOVE_LIVE", false, values);
    else if (minIsr === BigInt(standing.replicationFactor) && minIsr > 1n)
      add("warn", "MIN_ISR_NO_REDUNDANCY", false, values);
  }
  if (has(after.get("cleanup.policy"), "compact") && !has(before.get("cleanup.policy"), "compact")) {
    add("crit", "COMPACTION_DROPS_OLD_VALUES", true);
    add("warn", "KEYLESS_REFUSED");
  }
  if (changed("unclean.leader.election.enable") && after.get("unclean.leader.election.enable") === "true")
    add("warn", "UNCLEAN_ELECTION");
  const [batchBefore, batchAfter] = [number(before.get("max.message.bytes")), number(after.get("max.message.bytes"))];
  if (batchBefore !== null && batchAfter !== null && batchAfter < batchBefore)
    add("warn", "SMALLER_BATCHES", false, { bytes: String(batchAfter) });
  const [keptBefore, keptAfter] = [number(before.get("retention.ms")), number(after.get("retention.ms"))];
  const longer =
    keptBefore !== null && keptBefore >= 0n && keptAfter !== null && (keptAfter < 0n || keptAfter > keptBefore);
  if (longer && has(after.get("cleanup.policy"), "delete"))
    add("info", "KEEPS_LONGER", false, { retentionMs: String(keptAfter) });
  return effects;
}

/** describeLoss makes the effect of what goes; nothing when nothing goes. */
export function describeLoss(
  code: "DELETES_OLDER_THAN" | "DELETES_OVER_SIZE" | "DELETES_BY_NEW_POLICY",
  limit: bigint,
  loss: Loss,
): Effect[] {
  if (loss.records === 0n) return [];
  const values = {
    limit: String(limit),
    records: String(loss.records),
    keptRecords: String(loss.keptRecords),
    ...(loss.bytes !== null && { bytes: String(loss.bytes) }),
    ...(loss.keptBytes !== null && { keptBytes: String(loss.keptBytes) }),
  };
  return [{ severity: "crit", code, loss: true, values }];
}

/** countUnread counts the records below the cuts that a group has not read: from its commit (or the log start, when that is higher) to the cut. */
export function countUnread(cuts: Map<number, PartitionCut>, committed: Map<number, bigint>): bigint {
  let unread = 0n;
  for (const [partition, offset] of committed) {
    const cut = cuts.get(partition);
    if (!cut) continue;
    const from = offset > cut.start ? offset : cut.start;
    const to = cut.cut < cut.end ? cut.cut : cut.end;
    if (to > from) unread += to - from;
  }
  return unread;
}
