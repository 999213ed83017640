import { type CommitLayout, type Layout, makeCommitLayout, makeLayout, type Round } from "../../lib/history/round.ts";
import { createRandom, type Random } from "../demo/random.ts";
import { GROUP_IDS, PARTITIONS, TOPIC_NAMES, topicsOfGroup } from "./scale.ts";

const BROKERS = 3;
const IDLE_TOPICS = 0.2;
const SLOWEST_PER_SECOND = 0.1;
const FASTEST_PER_SECOND = 5000;
const STOPPED_GROUPS = 0.05;
const MOST_SECONDS_BEHIND = 8;
const FIRST_OFFSET = 50_000_000;
const BYTES_A_RECORD = 300;
// How often a partition loses its oldest segment.
const SEGMENT_SECONDS = 1800;

/** MadeUpCluster is a cluster that only exists in memory: topics of 10 partitions with rates from none to 5,000 records a second, each read by two groups that are up to some seconds behind. The same every time. */
export class MadeUpCluster {
  readonly #random: Random = createRandom(1);
  readonly #layout: Layout;
  readonly #commits: CommitLayout;
  readonly #rates: Float64Array;
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  readonly #committed: Float64Array;
  readonly #secondsBehind: Map<string, number>;
  readonly #states: Map<string, string>;
  #at: number;

  /** `share` (0..1) of the bench's topics and groups, first seen at `at`. */
  constructor(at: number, share = 1) {
    this.#at = at;
    const topics = TOPIC_NAMES.slice(0, TOPIC_NAMES.length * share);
    const groupIds = GROUP_IDS.slice(0, GROUP_IDS.length * share);
    const named = new Set(topics);
    this.#layout = makeLayout(
      topics.map((topic) => [topic, PARTITIONS]),
      null,
    );
    this.#commits = makeCommitLayout(
      groupIds.map((groupId, index) => [
        groupId,
        topicsOfGroup(index)
          .filter((topic) => named.has(topic))
          .map((topic): [string, number] => [topic, PARTITIONS]),
      ]),
      null,
    );
    this.#rates = this.#makeRates();
    this.#start = new Float64Array(this.#layout.size);
    this.#end = Float64Array.from(this.#start, () => Math.floor(this.#random.next() * FIRST_OFFSET));
    this.#committed = new Float64Array(this.#commits.size);
    this.#secondsBehind = new Map(groupIds.map((groupId) => [groupId, this.#behind()]));
    this.#states = new Map(groupIds.map((groupId) => [groupId, "Stable"]));
    this.#eachCommit((commit, partition) => (this.#committed[commit] = this.#end[partition]!));
  }

  /** busyTopic is a topic that gets some hundred records a second. */
  get busyTopic(): string {
    const busy = [...this.#layout.topics].find(([, { at }]) => this.#rates[at]! > 20 && this.#rates[at]! < 100);
    return busy![0];
  }

  /** round lets time pass until `at` and tells how the cluster is then; `sizes`: with the sizes of the logs. */
  round(at: number, sizes: boolean): Round {
    this.#pass((at - this.#at) / 1000);
    this.#at = at;
    return {
      at,
      layout: this.#layout,
      start: toOffsets(this.#start),
      end: toOffsets(this.#end),
      leaders: Int32Array.from(this.#start, (_, partition) => (partition % BROKERS) + 1),
      sizes: sizes ? toOffsets(this.#end.map((end, index) => (end - this.#start[index]!) * BYTES_A_RECORD)) : null,
      commits: this.#commits,
      committed: toOffsets(this.#committed),
      states: this.#states,
      unread: new Set(),
      members: new Map(),
    };
  }

  #makeRates(): Float64Array {
    const rates = new Float64Array(this.#layout.size);
    for (const { at, partitions } of this.#layout.topics.values()) {
      const idle = this.#random.chance(IDLE_TOPICS);
      const ofTopic = SLOWEST_PER_SECOND * (FASTEST_PER_SECOND / SLOWEST_PER_SECOND) ** this.#random.next();
      for (let index = at; index < at + partitions; index++) {
        rates[index] = idle ? 0 : (ofTopic / partitions) * (0.7 + 0.6 * this.#random.next());
      }
    }
    return rates;
  }

  #behind(): number {
    return this.#random.chance(STOPPED_GROUPS) ? Number.POSITIVE_INFINITY : this.#random.next() * MOST_SECONDS_BEHIND;
  }

  #pass(seconds: number): void {
    for (let partition = 0; partition < this.#rates.length; partition++) {
      this.#end[partition]! += this.#recordsOf(this.#rates[partition]! * seconds);
      if (this.#rates[partition] === 0 || !this.#random.chance(seconds / SEGMENT_SECONDS)) continue;
      this.#start[partition] = Math.floor(this.#start[partition]! * 0.9 + this.#end[partition]! * 0.1);
    }
    this.#eachCommit((commit, partition, secondsBehind) => {
      // A commit comes every few seconds, so it is now closer to the end and now further from it.
      const rate = this.#rates[partition]!;
      const behind = rate > 0 ? rate * secondsBehind * this.#random.next() : 0;
      this.#committed[commit] = Math.max(this.#committed[commit]!, Math.floor(this.#end[partition]! - behind));
    });
  }

  // About as scattered as what comes by chance: by the root of what is expected.
  #recordsOf(expected: number): number {
    if (expected === 0) return 0;
    const scattered = (this.#random.next() + this.#random.next() + this.#random.next() - 1.5) * 2;
    return Math.max(0, Math.floor(expected + Math.sqrt(expected) * scattered + this.#random.next()));
  }

  #eachCommit(take: (commit: number, partition: number, secondsBehind: number) => void): void {
    for (const [groupId, topics] of this.#commits.groups) {
      const secondsBehind = this.#secondsBehind.get(groupId)!;
      for (const [topic, place] of topics) {
        const log = this.#layout.topics.get(topic)!;
        for (let nth = 0; nth < place.partitions; nth++) take(place.at + nth, log.at + nth, secondsBehind);
      }
    }
  }
}

function toOffsets(values: Float64Array): BigInt64Array {
  return BigInt64Array.from(values, BigInt);
}
