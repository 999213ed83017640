/** KeyEvent is one record of a key: where it stands, its time (epoch ms), and a hash of its value (null = tombstone). */
export type KeyEvent = { partition: number; offset: bigint; timestamp: number; value: string | null };

/** KeyStay is a key's records in one partition: how many, and their first and last time (epoch ms). */
export type KeyStay = { partition: number; records: number; firstMs: number; lastMs: number };

/**
 * KeyAnomaly is what is odd in the history of one key, `previous` always the record before it in its partition:
 * - SEVERAL_PARTITIONS: its records stand in more than one partition, so that nobody reads them in order. `moved`: each partition's begin after the other's end, as when partitions were added or the partitioner was changed; else several producers place the key differently at the same time.
 * - TIME_BACKWARDS: a record bears an earlier time than the one before it, by `backMs`.
 * - SAME_VALUE: a record repeats the value of the one before it, as a retry without idempotence does.
 * - TOMBSTONE: the key was deleted; `last`: and nothing follows.
 */
export type KeyAnomaly =
  | { code: "SEVERAL_PARTITIONS"; moved: boolean; stays: KeyStay[] }
  | { code: "TIME_BACKWARDS"; partition: number; offset: bigint; previous: bigint; backMs: number }
  | { code: "SAME_VALUE"; partition: number; offset: bigint; previous: bigint }
  | { code: "TOMBSTONE"; partition: number; offset: bigint; last: boolean };

function byPartition(events: readonly KeyEvent[]): KeyEvent[][] {
  const groups = Map.groupBy(events, ({ partition }) => partition);
  return [...groups.values()].map((group) => group.toSorted((a, b) => Number(a.offset - b.offset)));
}

function stayOf(events: readonly KeyEvent[]): KeyStay {
  const times = events.map(({ timestamp }) => timestamp);
  const extreme = (pick: (a: number, b: number) => number) => times.reduce(pick);
  return {
    partition: events[0]!.partition,
    records: events.length,
    firstMs: extreme((a, b) => Math.min(a, b)),
    lastMs: extreme((a, b) => Math.max(a, b)),
  };
}

/** findStays lists the partitions that hold records of the key, by their first time. */
export function findStays(events: readonly KeyEvent[]): KeyStay[] {
  return byPartition(events)
    .map(stayOf)
    .toSorted((a, b) => a.firstMs - b.firstMs || a.partition - b.partition);
}

function findSeveral(events: readonly KeyEvent[]): KeyAnomaly[] {
  const stays = findStays(events);
  if (stays.length < 2) return [];
  const moved = stays.every((stay, index) => index === 0 || stay.firstMs >= stays[index - 1]!.lastMs);
  return [{ code: "SEVERAL_PARTITIONS", moved, stays }];
}

function assessStep(event: KeyEvent, before: KeyEvent | undefined, last: boolean): KeyAnomaly[] {
  const found: KeyAnomaly[] = [];
  const { partition, offset } = event;
  const backMs = before ? before.timestamp - event.timestamp : 0;
  if (before && backMs > 0) found.push({ code: "TIME_BACKWARDS", partition, offset, previous: before.offset, backMs });
  if (before && before.value === event.value)
    found.push({ code: "SAME_VALUE", partition, offset, previous: before.offset });
  if (event.value === null) found.push({ code: "TOMBSTONE", partition, offset, last });
  return found;
}

/** assessKeyOrder finds what is odd in the records of one key, given in any order: first what concerns all partitions, then partition by partition in offset order, which alone is the order that Kafka keeps. */
export function assessKeyOrder(events: readonly KeyEvent[]): KeyAnomaly[] {
  const steps = byPartition(events)
    .toSorted((a, b) => a[0]!.partition - b[0]!.partition)
    .flatMap((group) =>
      group.flatMap((event, index) => assessStep(event, group[index - 1], index === group.length - 1)),
    );
  return [...findSeveral(events), ...steps];
}

/** severityOf tells how much a KeyAnomaly matters: order is being lost now (crit), it was lost once or time runs backwards (warn), or it may well be meant (info). */
export function severityOf(anomaly: KeyAnomaly): "crit" | "warn" | "info" {
  if (anomaly.code === "SEVERAL_PARTITIONS") return anomaly.moved ? "warn" : "crit";
  return anomaly.code === "TIME_BACKWARDS" ? "warn" : "info";
}
