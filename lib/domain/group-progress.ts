import type { Progress, Verdict } from "./progress.ts";

/** PlacedProgress is the progress on one partition, with what threatens it: when the first unread record may be deleted (ms from now), null when that is no threat or not known. */
export type PlacedProgress = Progress & { topic: string; partition: number; lossMs: number | null };

/** ProgressSum is how many partitions share a verdict, since when the first of them, and which one has most lag. */
export type ProgressSum = {
  partitions: number;
  topic: string;
  partition: number;
  since: number | null;
  atLeast: boolean;
};

/** GroupProgress is a group's progress: how many of its partitions have a commit and how many could be judged, by samples that span `spanMs`; those that share each verdict; commits that went back in that time; and which partition loses unread records first. */
export type GroupProgress = {
  partitions: number;
  judged: number;
  spanMs: number;
  sums: Partial<Record<Verdict, ProgressSum>>;
  back: { partitions: number; records: bigint; at: number } | null;
  loss: { ms: number; topic: string; partition: number } | null;
};

function sum(placed: PlacedProgress[]): ProgressSum {
  const most = placed.reduce((best, each) => ((each.lag ?? 0n) > (best.lag ?? 0n) ? each : best));
  const begun = placed.filter(({ since }) => since !== null);
  const first = begun.reduce<PlacedProgress | null>(
    (best, each) => (best === null || each.since! < best.since! ? each : best),
    null,
  );
  return {
    partitions: placed.length,
    topic: most.topic,
    partition: most.partition,
    since: first?.since ?? null,
    atLeast: first?.atLeast ?? false,
  };
}

/** combineProgress adds up a group's partitions. */
export function combineProgress(placed: PlacedProgress[], spanMs: number, back: GroupProgress["back"]): GroupProgress {
  const sums: GroupProgress["sums"] = {};
  for (const [verdict, same] of Map.groupBy(placed, (each) => each.verdict)) sums[verdict] = sum(same);
  const threatened = placed.flatMap(({ lossMs, topic, partition }) =>
    lossMs === null ? [] : [{ ms: lossMs, topic, partition }],
  );
  return {
    partitions: placed.length,
    judged: placed.length - (sums.unknown?.partitions ?? 0),
    spanMs,
    sums,
    back,
    loss: threatened.toSorted((a, b) => a.ms - b.ms)[0] ?? null,
  };
}
