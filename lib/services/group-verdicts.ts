import "server-only";
import type { PlacedProgress } from "../domain/group-progress.ts";
import type { PartitionSample } from "../domain/mean-rates.ts";
import { assessProgress, glanceAtProgress, type Progress, shortestSpanMs } from "../domain/progress.ts";
import type { Recent } from "../history/recent.ts";
import { offsetIn, type Place, type Round } from "../history/round.ts";

const spacingMs = 30_000;

/** PlacedVerdict is the progress on one partition, without what threatens it. */
export type PlacedVerdict = Omit<PlacedProgress, "lossMs">;

/** Sampled is what verdicts are made of: the last rounds, and how far apart two may be that belong together. */
export type Sampled = { recent: Recent; longestGapMs: number };

type Judged = { rounds: Round[]; spanMs: number; groups: Map<string, PlacedVerdict[]> };

// The rounds since the last gap, thinned: what is judged is minutes long.
function windowOf({ recent, longestGapMs }: Sampled): Round[] {
  const chosen: Round[] = [];
  let newer: Round | null = null;
  for (const round of recent.rounds.toReversed()) {
    if (newer && newer.at - round.at > longestGapMs) break;
    newer = round;
    const next = chosen.at(-1);
    if (!next || next.at - round.at >= spacingMs) chosen.push(round);
  }
  if (newer && chosen.at(-1) !== newer) chosen.push(newer);
  return chosen.toReversed();
}

type SampleAt = (index: number, partition: number) => PartitionSample;

function samplesOf(rounds: Round[], groupId: string, topic: string): SampleAt {
  const places = rounds.map((round): [Place | undefined, Place | undefined] => [
    round.layout.topics.get(topic),
    round.commits.groups.get(groupId)?.get(topic),
  ]);
  return (index, partition) => {
    const round = rounds[index]!;
    const [log, commits] = places[index]!;
    return {
      at: round.at,
      start: offsetIn(round.start, log, partition),
      end: offsetIn(round.end, log, partition),
      committed: offsetIn(round.committed, commits, partition),
    };
  };
}

// Of most partitions three samples tell enough: with thousands of them all samples would cost too much.
function judgePartition(rounds: Round[], earlier: number, sampleAt: SampleAt, partition: number): Progress {
  const [first, middle, last] = [0, earlier, rounds.length - 1].map((index) => sampleAt(index, partition));
  const glance = glanceAtProgress(first!, middle!, last!);
  return glance ?? assessProgress(rounds.map((_, index) => sampleAt(index, partition)));
}

function judge(rounds: Round[], groupId: string): PlacedVerdict[] {
  const newest = rounds.at(-1)!;
  const earlier = rounds.findIndex(({ at }) => at >= newest.at - shortestSpanMs);
  return [...(newest.commits.groups.get(groupId) ?? [])].flatMap(([topic, place]) => {
    const sampleAt = samplesOf(rounds, groupId, topic);
    return Array.from({ length: place.partitions }, (_, partition) => {
      const committed = offsetIn(newest.committed, place, partition);
      if (committed === null) return [];
      return [{ ...judgePartition(rounds, earlier, sampleAt, partition), topic, partition }];
    }).flat();
  });
}

// One judgement a round serves all who look until the next.
const judgedOf = new WeakMap<Round, Judged>();

/** judgedBy gives the rounds that are judged by, and the verdicts so far; null before the first round. */
export function judgedBy(history: Sampled): Judged | null {
  const newest = history.recent.newest;
  if (!newest) return null;
  let judged = judgedOf.get(newest);
  if (!judged) {
    const rounds = windowOf(history);
    judged = { rounds, spanMs: newest.at - rounds[0]!.at, groups: new Map() };
    judgedOf.set(newest, judged);
  }
  return judged;
}

/** judgeGroup gives the verdict on each partition that a group has committed, by what was sampled last; null while too little was. */
export function judgeGroup(history: Sampled, groupId: string): PlacedVerdict[] | null {
  const judged = judgedBy(history);
  if (!judged || judged.spanMs < shortestSpanMs) return null;
  let placed = judged.groups.get(groupId);
  if (!placed) judged.groups.set(groupId, (placed = judge(judged.rounds, groupId)));
  return placed;
}
