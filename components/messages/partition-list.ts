/** parsePartitions reads "0, 2, 5-9" as partition numbers in order; null when it is no such list or names one that is not there. */
export function parsePartitions(text: string, count: number): number[] | null {
  const found = new Set<number>();
  for (const part of text.split(/[,\s]+/).filter(Boolean)) {
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    if (!range) return null;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (to < from || to >= count) return null;
    for (let partition = from; partition <= to; partition += 1) found.add(partition);
  }
  return [...found].toSorted((a, b) => a - b);
}

/** writePartitions writes partition numbers short: "0, 2, 5-9". */
export function writePartitions(partitions: readonly number[]): string {
  const parts: [from: number, to: number][] = [];
  for (const partition of partitions) {
    const last = parts.at(-1);
    if (last && last[1] === partition - 1) last[1] = partition;
    else parts.push([partition, partition]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}
