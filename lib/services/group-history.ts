import "server-only";
import type { GroupHistory, GroupHistoryQuery, Measure, PartitionOutlook, Series } from "../api/history.ts";
import { calculateLag } from "../domain/lag.ts";
import { known, unknown } from "../domain/known.ts";
import { calculateStep } from "../domain/offset-steps.ts";
import { calculateOutlook, combineOutlooks, type Outlook } from "../domain/outlook.ts";
import { calculateTimeLag, findRise, type TrailSample } from "../domain/time-lag.ts";
import { absentCount } from "../history/codec.ts";
import type { CommitSamples, Interval, Span, TopicSamples } from "../history/store.ts";
import { type ClusterHistory, historyOf } from "./cluster-history.ts";
import { ratePoints, unitOf } from "./count-series.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { describeGroup } from "./group-detail.ts";
import { spanOf } from "./history-range.ts";
import { thinSeries } from "./thin-series.ts";
import { clusterState } from "./runtime.ts";
import { headOf, longestGapOf, toEvents, untilNewest } from "./throughput.ts";
import { configIn } from "./topic-details.ts";

const recentMs = 5 * 60_000;
const trailMs = 2 * 24 * 3_600_000;
const trailStepMs = 60_000;
const mostPartitions = 500;
const settingsMayAgeMs = 60_000;
const membersMayAgeMs = 60_000;

/** Track is one partition of a group over time; at each index of `times` its offsets, null where one is not known. */
type Track = {
  topic: string;
  partition: number;
  times: number[];
  start: (bigint | null)[];
  end: (bigint | null)[];
  committed: (bigint | null)[];
};

function toTracks(topic: string, commits: CommitSamples, samples: TopicSamples): Track[] {
  const indexAt = new Map(samples.times.map((at, index) => [at, index]));
  const take = (column: (bigint | null)[] | undefined) =>
    commits.times.map((at) => column?.[indexAt.get(at) ?? -1] ?? null);
  return commits.committed.flatMap((committed, partition): Track[] => {
    if (committed.every((offset) => offset === null)) return [];
    const [start, end] = [take(samples.start[partition]), take(samples.end[partition])];
    return [{ topic, partition, times: commits.times, start, end, committed }];
  });
}

// Of each step of the grid, the last sample in it.
function lastOfCells(times: number[], { stepMs, from, to }: Span): { at: number; index: number | null }[] {
  const lasts = new Map(times.map((at, index) => [Math.ceil(at / stepMs) * stepMs, index]));
  const first = Math.floor(from / stepMs) * stepMs + stepMs;
  const cells = Math.max(0, Math.floor((to - first) / stepMs) + 1);
  return Array.from({ length: cells }, (_, cell) => {
    const at = first + cell * stepMs;
    return { at, index: lasts.get(at) ?? null };
  });
}

function lagAt({ start, end, committed }: Track, index: number): bigint | null {
  const told = (offset: bigint | null | undefined) =>
    offset === null || offset === undefined ? unknown<bigint>("NOT_SAMPLED") : known(offset);
  return calculateLag({
    committed: committed[index] ?? null,
    start: told(start[index]),
    end: told(end[index]),
    stable: null,
  }).lag;
}

function trailOf({ times, end }: Track): TrailSample[] {
  return times.flatMap((at, index) => {
    const offset = end[index] ?? null;
    return offset === null ? [] : [{ at, end: offset }];
  });
}

// The trail goes on after a moment: an end that still stood at the commit then was only passed later, and is no lag.
function timeLagAt(track: Track, trail: TrailSample[], rise: number, index: number): number | null {
  const committed = track.committed[index] ?? null;
  const at = track.times[index]!;
  if (committed === null || at < (trail[rise]?.at ?? Number.POSITIVE_INFINITY)) return null;
  if (track.end[index] !== null && track.end[index]! <= committed) return 0;
  const lag = calculateTimeLag(trail, committed, at, rise);
  return lag && Math.max(0, lag.ms);
}

function level(measure: Measure, name: string, kind: Series["kind"], points: Series["points"]): Series {
  return { name, kind, measure, unit: unitOf(measure), estimate: measure === "timeLag", points };
}

function levelsOf(tracks: Track[], span: Span): Series[] {
  const trails = tracks.map((track) => {
    const trail = trailOf(track);
    return { trail, rise: findRise(trail) };
  });
  const byTimes = Map.groupBy(
    tracks.map((track, index) => ({ track, ...trails[index]! })),
    ({ track }) => track.times,
  );
  const lag = new Map<number, number | null>();
  const behind = new Map<number, number | null>();
  for (const [times, same] of byTimes) {
    for (const { at, index } of lastOfCells(times, span)) {
      if (index === null) continue;
      const lags = same.map(({ track }) => lagAt(track, index)).filter((value) => value !== null);
      if (lags.length > 0) lag.set(at, (lag.get(at) ?? 0) + lags.reduce((sum, value) => sum + Number(value), 0));
      const delays = same
        .map(({ track, trail, rise }) => timeLagAt(track, trail, rise, index))
        .filter((ms) => ms !== null);
      if (delays.length > 0) behind.set(at, Math.max(behind.get(at) ?? 0, ...delays));
    }
  }
  const points = (values: Map<number, number | null>) =>
    lastOfCells([], span).map(({ at }): [number, number | null] => [at, values.get(at) ?? null]);
  return [level("lag", "", "total", points(lag)), level("timeLag", "", "total", points(behind))];
}

function ratesOf(tracks: Track[], measure: "due" | "consumed", span: Span, longestGapMs: number): Series {
  const sums = new Map<number, { interval: Interval; count: number }>();
  for (const { times, end, committed } of tracks) {
    const column = measure === "due" ? end : committed;
    times.forEach((at, index) => {
      const before = times[index - 1];
      const covers = before !== undefined && at - before <= longestGapMs;
      const step = covers ? calculateStep(column[index - 1] ?? null, column[index] ?? null) : null;
      const first = measure === "consumed" && covers && (column[index - 1] ?? null) === null;
      const count = first ? 0 : step && "records" in step ? step.records : Number.NaN;
      const sum = sums.get(at) ?? { interval: { at, coveredMs: covers ? at - before : 0 }, count: 0 };
      sum.count += count;
      sums.set(at, sum);
    });
  }
  const ordered = [...sums.values()].toSorted((a, b) => a.interval.at - b.interval.at);
  const counts = Float64Array.from(ordered, ({ count, interval }) => (interval.coveredMs === 0 ? absentCount : count));
  const points = ratePoints(
    ordered.map(({ interval }) => interval),
    counts,
    span,
  );
  return { name: "", kind: "total", measure, unit: unitOf(measure), estimate: false, points };
}

function offsetsOf(track: Track, span: Span): Series[] {
  const cells = lastOfCells(track.times, span);
  const points = (column: (bigint | null)[]) =>
    cells.map(({ at, index }): [number, number | null] => {
      const offset = index === null ? null : (column[index] ?? null);
      return [at, offset === null ? null : Number(offset)];
    });
  const name = String(track.partition);
  return [
    level("end", name, "element", points(track.end)),
    level("committed", name, "element", points(track.committed)),
    level("start", name, "element", points(track.start)),
  ];
}

async function outlookOf(
  clusterId: string,
  history: ClusterHistory,
  groupId: string,
  wanted: { topic: string; partition: number }[],
): Promise<(Outlook & { topic: string; partition: number })[]> {
  const now = history.recent.newest?.at ?? Date.now();
  const topics = [...new Set(wanted.map(({ topic }) => topic))];
  const { found } = await clusterState(clusterId).topicConfigs.get(topics, Date.now() - settingsMayAgeMs);
  const older = new Map<string, Promise<TopicSamples>>();
  const longTrail = async (topic: string, partition: number): Promise<TrailSample[]> => {
    const span = { from: now - trailMs, to: now, stepMs: trailStepMs };
    if (!older.has(topic)) older.set(topic, history.store.readTopic(topic, span));
    const { times, start, end } = await older.get(topic)!;
    const column = end[partition] ?? [];
    return trailOf({ topic, partition, times, end: column, start: start[partition] ?? [], committed: [] });
  };
  return Promise.all(
    wanted.map(async ({ topic, partition }) => {
      const settings = found.get(topic)?.value;
      const retention = configIn(settings, "retention.ms")?.value ?? null;
      const policy = configIn(settings, "cleanup.policy")?.value ?? null;
      const input = {
        samples: history.recent.samples(topic, partition, groupId, recentMs),
        trail: history.recent.trail(topic, partition),
        retentionMs: retention === null ? null : Number(retention),
        deletes: policy === null ? null : policy.includes("delete"),
        now,
      };
      const outlook = calculateOutlook(input);
      if (!outlook.lagMsAtLeast) return { ...outlook, topic, partition };
      return { ...calculateOutlook({ ...input, trail: await longTrail(topic, partition) }), topic, partition };
    }),
  );
}

function toWire<T extends Outlook>({ lag, ...rest }: T): Omit<T, "lag"> & { lag: string | null } {
  return { ...rest, lag: lag?.toString() ?? null };
}

/** describeGroupHistory answers `GET groups/{groupId}/history`: how far a group was behind over time, and how it goes on if rates stay. Throws InputError for a range that cannot be, KafkaError NOT_FOUND for a group that neither samples nor the cluster know. */
export async function describeGroupHistory(
  clusterId: string,
  groupId: string,
  query: GroupHistoryQuery,
  freshness?: Freshness,
): Promise<GroupHistory> {
  return keepAnswer(clusterId, ["describeGroupHistory", groupId, query], freshness, (within) =>
    read(clusterId, groupId, query, within),
  );
}

function partitionsNow(history: ClusterHistory, groupId: string): { topic: string; partition: number }[] {
  const round = history.recent.newest;
  const topics = round?.commits.groups.get(groupId) ?? new Map<string, { at: number; partitions: number }>();
  return [...topics].flatMap(([topic, { partitions }]) =>
    Array.from({ length: partitions }, (_, partition) => ({ topic, partition })),
  );
}

async function readersOf(
  clusterId: string,
  groupId: string,
  of: { topic: string; partition: number }[],
): Promise<(string | null)[]> {
  const { found } = await clusterState(clusterId).descriptions.get([groupId], Date.now() - membersMayAgeMs);
  const described = found.get(groupId)?.value;
  const members = described && "members" in described ? described.members : [];
  const readers = new Map(
    members.flatMap(({ memberId, assignments }) =>
      assignments.flatMap(({ topic, partitions }) =>
        partitions.map((partition): [string, string] => [`${topic}-${partition}`, memberId]),
      ),
    ),
  );
  return of.map(({ topic, partition }) => readers.get(`${topic}-${partition}`) ?? null);
}

async function read(
  clusterId: string,
  groupId: string,
  query: GroupHistoryQuery,
  freshness: Freshness,
): Promise<GroupHistory> {
  const history = historyOf(clusterId);
  const now = Date.now();
  const span = untilNewest(spanOf(query, history.everyMs, now), history, now);
  const longestGapMs = longestGapOf(history, span);
  const wide = { ...span, from: span.from - longestGapMs };
  const commits = await history.store.readCommits(groupId, wide);
  // A group that no sample knows may have come since the last one; its history is empty then.
  if (commits.size === 0 && !history.recent.newest?.states.has(groupId))
    await describeGroup(clusterId, groupId, freshness);
  const isWanted = ({ topic, partition }: { topic: string; partition: number }) =>
    (query.topic === undefined || topic === query.topic) &&
    (query.partition === undefined || partition === query.partition);
  const tracks = (
    await Promise.all(
      [...commits]
        .filter(([topic]) => query.topic === undefined || topic === query.topic)
        .map(async ([topic, samples]) => toTracks(topic, samples, await history.store.readTopic(topic, wide))),
    )
  )
    .flat()
    .filter(isWanted);
  const outlooks = await outlookOf(clusterId, history, groupId, partitionsNow(history, groupId).filter(isWanted));
  const furthest = outlooks.toSorted(
    (a, b) => (b.lagMs ?? -1) - (a.lagMs ?? -1) || Number((b.lag ?? -1n) - (a.lag ?? -1n)),
  );
  const single = query.partition !== undefined ? tracks[0] : undefined;
  const events = (await history.store.readEvents(span, groupId)).filter(
    ({ kind, name }) => kind === "group" || commits.has(name),
  );
  return thinSeries({
    ...headOf(history, span, await history.store.since(), now),
    series: [
      ...levelsOf(tracks, span),
      ratesOf(tracks, "due", span, longestGapMs),
      ratesOf(tracks, "consumed", span, longestGapMs),
      ...(single ? offsetsOf(single, span) : []),
    ],
    events: toEvents(events),
    outlook: toWire(combineOutlooks(outlooks, await readersOf(clusterId, groupId, outlooks))),
    partitions: furthest.slice(0, mostPartitions).map((outlook): PartitionOutlook => toWire(outlook)),
  });
}
