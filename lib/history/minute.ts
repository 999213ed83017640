import { absentCount, unknownOffset } from "./codec.ts";
import { encodeColumns, encodeCounts } from "./chunks.ts";
import type { Place, Round } from "./round.ts";
import type { SeriesIds } from "./series-ids.ts";
import type { Interval } from "./store.ts";
import { type Dimension, measuresOf, type Totals } from "./totals.ts";

/** Sampled is one round with what was counted since the one before. */
export type Sampled = { round: Round; totals: Totals };

/** dimensions are all that is counted by. */
export const dimensions = Object.keys(measuresOf) as Dimension[];

/** intervalOf gives the time that a round's counts cover; nothing when there was no round before to compare with. */
export function intervalOf({ at, since }: Totals): Interval {
  return { at, coveredMs: since === null ? 0 : at - since };
}

function column(
  samples: Sampled[],
  placeIn: (sampled: Sampled) => Place | undefined,
  partition: number,
  valuesOf: (round: Round) => BigInt64Array,
): bigint[] {
  return samples.map((sampled) => {
    const place = placeIn(sampled);
    return place && partition < place.partitions ? valuesOf(sampled.round)[place.at + partition]! : unknownOffset;
  });
}

function most(samples: Sampled[], placeIn: (sampled: Sampled) => Place | undefined): number {
  return Math.max(0, ...samples.map((sampled) => placeIn(sampled)?.partitions ?? 0));
}

function* topicRows(samples: Sampled[], ids: SeriesIds): Generator<[number, Uint8Array]> {
  const names = new Set(samples.flatMap(({ round }) => [...round.layout.topics.keys()]));
  for (const name of names) {
    const placeIn = ({ round }: Sampled) => round.layout.topics.get(name);
    const columns = Array.from({ length: most(samples, placeIn) }, (_, partition) => [
      column(samples, placeIn, partition, ({ start }) => start),
      column(samples, placeIn, partition, ({ end }) => end),
    ]).flat();
    yield [ids.idOf({ kind: "topic", name, topic: "" }), encodeColumns(columns)];
  }
}

function* commitRows(samples: Sampled[], ids: SeriesIds): Generator<[number, Uint8Array]> {
  const seen = new Map<string, Set<string>>();
  for (const { round } of samples) {
    for (const [groupId, topics] of round.commits.groups) {
      const known = seen.get(groupId) ?? new Set<string>();
      for (const topic of topics.keys()) known.add(topic);
      seen.set(groupId, known);
    }
  }
  for (const [groupId, topics] of seen) {
    for (const topic of topics) {
      const placeIn = ({ round }: Sampled) => round.commits.groups.get(groupId)?.get(topic);
      const columns = Array.from({ length: most(samples, placeIn) }, (_, partition) =>
        column(samples, placeIn, partition, ({ committed }) => committed),
      );
      yield [ids.idOf({ kind: "commit", name: groupId, topic }), encodeColumns(columns)];
    }
  }
}

function countRow(samples: Sampled[], dimension: Dimension, ids: SeriesIds): [number, Uint8Array] {
  const measures = measuresOf[dimension];
  const byId = new Map<number, Float64Array[]>();
  samples.forEach(({ totals }, index) => {
    for (const [name, counts] of totals[dimension]) {
      const id = ids.idOf({ kind: `counted-${dimension}`, name, topic: "" });
      let columns = byId.get(id);
      if (!columns) byId.set(id, (columns = measures.map(() => new Float64Array(samples.length).fill(absentCount))));
      counts.forEach((count, measure) => (columns[measure]![index] = count));
    }
  });
  return [ids.idOf({ kind: "counts", name: dimension, topic: "" }), encodeCounts(dimension, byId, samples.length)];
}

/** minuteRows makes the rows of a chunk of rounds: by the number of a series, its samples. */
export function* minuteRows(samples: Sampled[], ids: SeriesIds): Generator<[number, Uint8Array]> {
  yield* topicRows(samples, ids);
  yield* commitRows(samples, ids);
  for (const dimension of dimensions) yield countRow(samples, dimension, ids);
}
