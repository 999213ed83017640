import "server-only";
import type { DatabaseSync, StatementSync } from "node:sqlite";

/** SeriesKey names what is kept: a topic's offsets, a group's commits on a topic, the counts of a dimension, or a name that is counted. */
export type SeriesKey = {
  kind: "topic" | "commit" | "counts" | "counted-topic" | "counted-group" | "counted-broker";
  name: string;
  topic: string;
};

/** SeriesIds gives each series of a cluster its number, kept in the file. */
export class SeriesIds {
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #known = new Map<string, number>();
  readonly #names = new Map<number, SeriesKey>();
  readonly #cluster: string;

  constructor(database: DatabaseSync, cluster: string) {
    this.#cluster = cluster;
    this.#find = database.prepare("SELECT id FROM series WHERE cluster = ? AND kind = ? AND name = ? AND topic = ?");
    this.#add = database.prepare("INSERT INTO series (cluster, kind, name, topic) VALUES (?, ?, ?, ?)");
    const rows = database.prepare("SELECT id, kind, name, topic FROM series WHERE cluster = ?").all(cluster);
    for (const row of rows as (SeriesKey & { id: number })[]) this.#remember(row, row.id);
  }

  /** find gives the number of a series, or null when there is none. */
  find(key: SeriesKey): number | null {
    return this.#known.get(keyOf(key)) ?? null;
  }

  /** idOf gives the number of a series, a new one when it has none. Numbers given in a transaction that is rolled back are forgotten with `forget`. */
  idOf(key: SeriesKey): number {
    const known = this.#known.get(keyOf(key));
    if (known !== undefined) return known;
    const found = this.#find.get(this.#cluster, key.kind, key.name, key.topic) as { id: number } | undefined;
    const id = found?.id ?? Number(this.#add.run(this.#cluster, key.kind, key.name, key.topic).lastInsertRowid);
    this.#remember(key, id);
    return id;
  }

  /** nameOf tells what a number stands for. */
  nameOf(id: number): SeriesKey | undefined {
    return this.#names.get(id);
  }

  /** of lists the series of a kind, of one name when it is given. */
  of(kind: SeriesKey["kind"], name?: string): { id: number; key: SeriesKey }[] {
    return [...this.#names]
      .filter(([, key]) => key.kind === kind && (name === undefined || key.name === name))
      .map(([id, key]) => ({ id, key }));
  }

  /** forget drops numbers that are not in the file. */
  forget(): void {
    for (const [id, key] of this.#names) {
      if (this.#find.get(this.#cluster, key.kind, key.name, key.topic)) continue;
      this.#names.delete(id);
      this.#known.delete(keyOf(key));
    }
  }

  #remember(key: SeriesKey, id: number): void {
    this.#known.set(keyOf(key), id);
    this.#names.set(id, { kind: key.kind, name: key.name, topic: key.topic });
  }
}

// Kafka's names hold no line break.
function keyOf({ kind, name, topic }: SeriesKey): string {
  return `${kind}\n${name}\n${topic}`;
}
