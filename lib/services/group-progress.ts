import "server-only";
import { combineProgress, type GroupProgress } from "../domain/group-progress.ts";
import { atRiskMs } from "../domain/group-health.ts";
import { calculateOutlook } from "../domain/outlook.ts";
import type { Recent } from "../history/recent.ts";
import { offsetIn, type Round } from "../history/round.ts";
import { historyIfAny } from "./cluster-history.ts";
import type { ClusterState } from "./cluster-state.ts";
import { judgedBy, judgeGroup, type PlacedVerdict, type Sampled } from "./group-verdicts.ts";
import { configIn } from "./topic-details.ts";

const outlookMs = 5 * 60_000;
// End offsets are remembered for two days: a retention beyond that and a day has no time to tell.
const longestTrailMs = 2 * 86_400_000;

function startMoved(recent: Recent, topic: string, partition: number): boolean {
  const [first, last] = [recent.rounds[0], recent.newest];
  const startIn = (round: Round | null | undefined) =>
    round ? offsetIn(round.start, round.layout.topics.get(topic), partition) : null;
  return startIn(first) !== startIn(last);
}

// Only a loss within a day decides a status; where none can come so soon, the work is spared.
function lossOf(
  { recent }: Pick<Sampled, "recent">,
  state: ClusterState,
  groupId: string,
  { topic, partition, verdict }: PlacedVerdict,
): number | null {
  if (verdict !== "stalled" && verdict !== "falling-behind") return null;
  const settings = state.topicConfigs.peek(topic);
  const retention = configIn(settings, "retention.ms")?.value ?? null;
  const retentionMs = retention === null ? null : Number(retention);
  const keepsLong = retentionMs === null || retentionMs === -1 || retentionMs > longestTrailMs + atRiskMs;
  if (keepsLong && !startMoved(recent, topic, partition)) return null;
  const { loss } = calculateOutlook({
    samples: recent.samples(topic, partition, groupId, outlookMs),
    trail: recent.trail(topic, partition),
    retentionMs,
    deletes: configIn(settings, "cleanup.policy")?.value?.includes("delete") ?? null,
    now: recent.newest!.at,
  });
  return "ms" in loss ? loss.ms : null;
}

function backOf({ recent }: Pick<Sampled, "recent">, groupId: string, topic?: string): GroupProgress["back"] {
  const steps = recent.backs.flatMap(({ at, steps: back }) =>
    back.flatMap((step) =>
      step.code === "commit-back" && step.groupId === groupId && (topic === undefined || step.topic === topic)
        ? [{ at, ...step }]
        : [],
    ),
  );
  if (steps.length === 0) return null;
  return {
    partitions: new Set(steps.map((step) => `${step.topic} ${step.partition}`)).size,
    records: steps.reduce((sum, { from, to }) => sum + (from - to), 0n),
    at: steps.at(-1)!.at,
  };
}

/** groupProgress tells how a cluster's groups fare by what was sampled last, on one topic when it is named; null while there are not enough samples. Nothing is read. */
export function groupProgress(state: ClusterState): (groupId: string, topic?: string) => GroupProgress | null {
  const history = historyIfAny(state.config.id);
  return (groupId, topic) => {
    const judged = history && judgeGroup(history, groupId);
    if (!judged) return null;
    const placed = judged
      .filter((each) => topic === undefined || each.topic === topic)
      .map((each) => ({ ...each, lossMs: lossOf(history, state, groupId, each) }));
    if (placed.length === 0) return null;
    return combineProgress(placed, judgedBy(history)!.spanMs, backOf(history, groupId, topic));
  };
}
