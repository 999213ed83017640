/** AttentionLine is one finding of the overview: what, to which element, with the figures of its sentence. */
export type AttentionLine = {
  severity: "crit" | "warn" | "unknown" | "info" | "ok";
  code:
    | "BROKER_DOWN"
    | "BROKER_NOT_ANSWERING"
    | "NO_CONTROLLER"
    | "OFFLINE_PARTITIONS"
    | "BELOW_MIN_ISR"
    | "UNDER_REPLICATED"
    | "LOG_DIR_FAILED"
    | "GROUP_LOST_RECORDS"
    | "GROUP_AT_RISK"
    | "GROUP_STOPPED"
    | "GROUP_STALLED"
    | "GROUP_FALLING_BEHIND"
    | "GROUP_WENT_BACK"
    | "COMMIT_BEYOND_END"
    | "HOT_PARTITION";
  kind: "topic" | "group" | "broker" | "cluster";
  name: string;
  values: Record<string, string | number>;
};

/** TopicFinding is what the rules need of a topic. */
export type TopicFinding = {
  name: string;
  partitions: number;
  offlinePartitions: number;
  belowMinIsrPartitions: number | null;
  underReplicatedPartitions: number;
  hotPartition: { partition: number; share: number; timesMean: number } | null;
};

/** GroupFinding is what the rules need of a group; `figures` are those of the reason that decided its status. */
export type GroupFinding = {
  groupId: string;
  status: string;
  lag: string | null;
  lagMs: number | null;
  lost: string | null;
  partitions: number | null;
  figures: Record<string, string | number>;
};

/** BrokerFinding is what the rules need of a broker. */
export type BrokerFinding = { brokerId: number; status: string; replicas: number; failedLogDirs: number };

function ofTopic(topic: TopicFinding): AttentionLine | null {
  const line = (
    severity: AttentionLine["severity"],
    code: AttentionLine["code"],
    values: AttentionLine["values"],
  ): AttentionLine => ({
    severity,
    code,
    kind: "topic",
    name: topic.name,
    values,
  });
  const of = topic.partitions;
  if (topic.offlinePartitions > 0)
    return line("crit", "OFFLINE_PARTITIONS", { partitions: topic.offlinePartitions, of });
  if (topic.belowMinIsrPartitions)
    return line("crit", "BELOW_MIN_ISR", { partitions: topic.belowMinIsrPartitions, of });
  if (topic.underReplicatedPartitions > 0)
    return line("warn", "UNDER_REPLICATED", { partitions: topic.underReplicatedPartitions, of });
  if (topic.hotPartition) return line("warn", "HOT_PARTITION", { ...topic.hotPartition });
  return null;
}

type GroupRule = Pick<AttentionLine, "severity" | "code"> & {
  values: (group: GroupFinding) => AttentionLine["values"];
};

const waiting = ({ lag, lagMs }: GroupFinding) => ({ records: lag ?? "0", ...(lagMs !== null && { lagMs }) });

const groupRules: Record<string, GroupRule> = {
  "losing-records": { severity: "crit", code: "GROUP_LOST_RECORDS", values: ({ lost }) => ({ records: lost ?? "0" }) },
  "at-risk": { severity: "crit", code: "GROUP_AT_RISK", values: (group) => ({ ...group.figures, ...waiting(group) }) },
  stopped: { severity: "crit", code: "GROUP_STOPPED", values: ({ lag }) => ({ records: lag ?? "0" }) },
  stalled: { severity: "warn", code: "GROUP_STALLED", values: waiting },
  "falling-behind": { severity: "warn", code: "GROUP_FALLING_BEHIND", values: waiting },
  "beyond-end": { severity: "warn", code: "COMMIT_BEYOND_END", values: () => ({}) },
  "went-back": { severity: "warn", code: "GROUP_WENT_BACK", values: ({ figures }) => figures },
};

function ofGroup(group: GroupFinding): AttentionLine | null {
  const rule = groupRules[group.status];
  if (!rule) return null;
  return { severity: rule.severity, code: rule.code, kind: "group", name: group.groupId, values: rule.values(group) };
}

function ofBroker(broker: BrokerFinding): AttentionLine | null {
  const base = { kind: "broker", name: String(broker.brokerId) } as const;
  if (broker.status === "down")
    return { ...base, severity: "crit", code: "BROKER_DOWN", values: { replicas: broker.replicas } };
  if (broker.status === "not-answering") return { ...base, severity: "crit", code: "BROKER_NOT_ANSWERING", values: {} };
  if (broker.failedLogDirs > 0)
    return { ...base, severity: "crit", code: "LOG_DIR_FAILED", values: { logDirs: broker.failedLogDirs } };
  return null;
}

function weight(line: AttentionLine): bigint {
  const records = line.values.records;
  return BigInt(records ?? line.values.partitions ?? line.values.replicas ?? 0);
}

const severities = ["crit", "warn", "unknown", "info", "ok"];
const kinds = ["cluster", "broker", "topic", "group"];

function compareLines(a: AttentionLine, b: AttentionLine): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  const byKind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  return weight(b) > weight(a) ? 1 : weight(b) < weight(a) ? -1 : a.name < b.name ? -1 : 1;
}

// While a broker is down every topic lacks a replica: that is one line, the broker's, not hundreds.
function foldUnderReplicated(lines: AttentionLine[], brokersDown: boolean): AttentionLine[] {
  const folded = lines.filter(({ code }) => code === "UNDER_REPLICATED");
  if (!brokersDown || folded.length < 2) return lines;
  const partitions = folded.reduce((sum, { values }) => sum + Number(values.partitions), 0);
  const one: AttentionLine = {
    severity: "warn",
    code: "UNDER_REPLICATED",
    kind: "cluster",
    name: "",
    values: { partitions, topics: folded.length },
  };
  return [...lines.filter(({ code }) => code !== "UNDER_REPLICATED"), one];
}

/** assessAttention applies every rule to every element and orders what was found, worst first; `checks` is how many elements were looked at. */
export function assessAttention(input: {
  topics: TopicFinding[];
  groups: GroupFinding[];
  brokers: BrokerFinding[];
  controllerKnown: boolean;
}): { checks: number; lines: AttentionLine[] } {
  const found = [...input.topics.map(ofTopic), ...input.groups.map(ofGroup), ...input.brokers.map(ofBroker)].filter(
    (line) => line !== null,
  );
  const noController: AttentionLine = {
    severity: "crit",
    code: "NO_CONTROLLER",
    kind: "cluster",
    name: "",
    values: {},
  };
  const all = input.controllerKnown ? found : [noController, ...found];
  const down = input.brokers.some(({ status }) => status === "down");
  return {
    checks: input.topics.length + input.groups.length + input.brokers.length + 1,
    lines: foldUnderReplicated(all, down).toSorted(compareLines),
  };
}
