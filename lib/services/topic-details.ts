import "server-only";
import type { ConfigEntry, ConfigsOrError } from "../kafka/configs.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import type { Base, Reading } from "./base.ts";
import type { TopicOffsets, TopicSizes } from "./cluster-reads.ts";

/** Detail is what can be read of topics beyond their metadata. */
export type Detail = "offsets" | "configs" | "sizes";

/** everyDetail is all of it. */
export const everyDetail: ReadonlySet<Detail> = new Set(["offsets", "configs", "sizes"]);

/** TopicDetails holds, by topic, what was read of it; a topic that is missing was not asked for, or did not answer. */
export type TopicDetails = {
  offsets: Map<string, TopicOffsets>;
  configs: Map<string, ConfigsOrError>;
  sizes: Map<string, TopicSizes>;
};

/** foreseeDetails begins to read details of topics that were there when their metadata was last read, while it is read anew. */
export function foreseeDetails({ state, freshness }: Reading, names: string[], kinds: ReadonlySet<Detail>): void {
  if (kinds.has("offsets")) state.offsets.begin(names, freshness.notBefore);
  if (kinds.has("configs")) state.topicConfigs.begin(names, freshness.notBefore);
  if (kinds.has("sizes")) state.sizes.begin(names, freshness.notBefore);
}

/** gatherDetails reads details of topics, all kinds side by side. Failures go to the evidence, by the broker or the kind of data that failed. */
export async function gatherDetails(base: Base, names: string[], kinds: ReadonlySet<Detail>): Promise<TopicDetails> {
  const { state, evidence, freshness } = base;
  const ask = (kind: Detail) => (kinds.has(kind) ? names : []);
  const [offsets, configs, sizes] = await Promise.all([
    state.offsets.get(ask("offsets"), freshness.notBefore),
    state.topicConfigs.get(ask("configs"), freshness.notBefore),
    state.sizes.get(ask("sizes"), freshness.notBefore),
  ]);
  const details = {
    offsets: evidence.values(offsets, () => "offsets"),
    configs: evidence.values(configs, () => "topic settings"),
    sizes: evidence.values(sizes, () => "log sizes"),
  };
  noteSilentBrokers(base, details);
  return details;
}

function noteSilentBrokers({ metadata, evidence }: Base, { offsets, sizes }: TopicDetails): void {
  for (const [name, { end, start }] of offsets) {
    for (const { partition, leader } of metadata.topics.get(name)?.partitions ?? []) {
      if (leader === null) continue;
      noteOffset(evidence, end[partition], name, leader);
      noteOffset(evidence, start[partition], name, leader);
    }
  }
  for (const { silent } of sizes.values()) {
    for (const { brokerId, code } of silent)
      evidence.note({ element: `broker ${brokerId}`, code, message: `Broker ${brokerId} did not tell its log sizes.` });
  }
}

function noteOffset(evidence: Base["evidence"], read: OffsetOrError | undefined, topic: string, leader: number): void {
  if (!read || !("error" in read)) return;
  if (read.error === "NOT_FOUND")
    return evidence.note({ element: topic, code: read.error, message: `${topic} went while it was read.` });
  evidence.note({
    element: `broker ${leader}`,
    code: read.error,
    message: `Broker ${leader} did not tell the offsets of partitions that it leads.`,
  });
}

/** configIn gives one setting of a topic, or undefined when it is not known. */
export function configIn(configs: ConfigsOrError | undefined, name: string): ConfigEntry | undefined {
  return configs && "configs" in configs ? configs.configs.find((config) => config.name === name) : undefined;
}
