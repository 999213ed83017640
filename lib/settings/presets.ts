/** presetIds are the kinds of topic that the form proposes, in order. */
export const presetIds = ["event-stream", "compacted-table", "work-queue", "blank"] as const;
export type PresetId = (typeof presetIds)[number];

/** Preset is what a kind of topic starts with: settings, and from how many partitions on. */
export type Preset = { partitionsAtLeast: number | null; configs: Readonly<Record<string, string>> };

/** presets: an event stream keeps every record for 7 d; a compacted table keeps the newest record of each key, compacted within a day; a work queue keeps tasks for 3 d (a weekend) in more partitions, since those bound how many members work; blank leaves all to the cluster. */
export const presets: Readonly<Record<PresetId, Preset>> = {
  "event-stream": { partitionsAtLeast: 6, configs: { "cleanup.policy": "delete", "retention.ms": "604800000" } },
  "compacted-table": {
    partitionsAtLeast: 6,
    configs: { "cleanup.policy": "compact", "max.compaction.lag.ms": "86400000", "segment.ms": "3600000" },
  },
  "work-queue": { partitionsAtLeast: 12, configs: { "cleanup.policy": "delete", "retention.ms": "259200000" } },
  blank: { partitionsAtLeast: null, configs: {} },
};

/** ClusterFacts is what a proposal depends on: how many brokers are up, and the cluster's own defaults. */
export type ClusterFacts = {
  liveBrokers: number;
  defaultPartitions: number | null;
  defaultReplicationFactor: number | null;
};

/** Proposal is what a preset puts into the form. */
export type Proposal = { partitions: number; replicationFactor: number; configs: Readonly<Record<string, string>> };

const MOST_EVEN = 48;

/** evenPartitions gives at least `wanted` partitions, a multiple of the brokers where that is no more than 48, so that each leads the same number. */
function evenPartitions(wanted: number, brokers: number): number {
  const even = Math.ceil(wanted / Math.max(1, brokers)) * Math.max(1, brokers);
  return even <= MOST_EVEN ? even : wanted;
}

/** proposeTopic gives what a preset starts with on this cluster: three replicas where there are brokers for them, and min.insync.replicas one below, so that one broker may be lost. */
export function proposeTopic(preset: PresetId, cluster: ClusterFacts): Proposal {
  const { partitionsAtLeast, configs } = presets[preset];
  const brokers = Math.max(1, cluster.liveBrokers);
  if (partitionsAtLeast === null) {
    const replicationFactor = cluster.defaultReplicationFactor ?? Math.min(3, brokers);
    return { partitions: cluster.defaultPartitions ?? 1, replicationFactor, configs };
  }
  const replicationFactor = Math.min(3, brokers);
  const minInsync = { "min.insync.replicas": String(Math.max(1, replicationFactor - 1)) };
  return {
    partitions: evenPartitions(partitionsAtLeast, brokers),
    replicationFactor,
    configs: { ...configs, ...minInsync },
  };
}
