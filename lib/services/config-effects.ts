import "server-only";
import type { ConfigEffect } from "../api/configs.ts";
import {
  assessSettings,
  compareRetention,
  describeLoss,
  type Settings,
  summarizeLoss,
} from "../domain/config-effects.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import type { Base } from "./base.ts";
import { type Cuts, readCutsBySize, readCutsByTime } from "./cuts.ts";
import { readUnread } from "./unread.ts";

type LossCode = "DELETES_OLDER_THAN" | "DELETES_OVER_SIZE" | "DELETES_BY_NEW_POLICY";

async function lossOf(
  base: Base,
  topic: TopicMetadata,
  code: LossCode,
  limit: bigint,
  { cuts, unknown }: Cuts,
): Promise<ConfigEffect[]> {
  const loss = describeLoss(code, limit, summarizeLoss([...cuts.values()]));
  const uncertain: ConfigEffect[] =
    unknown.size > 0
      ? [{ severity: "warn", code: "LOSS_UNKNOWN", loss: true, values: { partitions: unknown.size } }]
      : [];
  if (loss.length === 0) return uncertain;
  const unread = await readUnread(base, topic.name, cuts);
  const groups = unread.map(({ groupId, records }): ConfigEffect => ({
    severity: "crit",
    code: "GROUP_LOSES_UNREAD",
    loss: true,
    values: { group: groupId, ...(records !== null && { records }) },
  }));
  return [...loss, ...uncertain, ...groups];
}

/** assessConfigEffects works out what a change of a topic's settings does to its records, its readers and its writers. `now` in ms since the epoch. */
export async function assessConfigEffects(
  base: Base,
  topic: TopicMetadata,
  settings: Settings,
  now: number,
): Promise<ConfigEffect[]> {
  const { ms, bytes, policy } = compareRetention(settings);
  const isr = topic.partitions.map((partition) => partition.isr.length);
  const standing = { replicationFactor: topic.partitions[0]?.replicas.length ?? 0, smallestIsr: Math.min(...isr) };
  const losses = await Promise.all([
    ms === null
      ? []
      : readCutsByTime(base, topic, BigInt(now) - ms).then((cuts) =>
          lossOf(base, topic, policy ? "DELETES_BY_NEW_POLICY" : "DELETES_OLDER_THAN", ms, cuts),
        ),
    bytes === null
      ? []
      : readCutsBySize(base, topic, bytes).then((cuts) => lossOf(base, topic, "DELETES_OVER_SIZE", bytes, cuts)),
  ]);
  return [...losses.flat(), ...assessSettings(settings, standing)];
}
