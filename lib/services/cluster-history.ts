import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { PrometheusHistory } from "../history/prometheus-history.ts";
import { openHistoryFile, openMemory, type OpenedFile } from "../history/sqlite-file.ts";
import { groupEvents } from "../history/group-events.ts";
import { Recent } from "../history/recent.ts";
import type { Round } from "../history/round.ts";
import { Sampler } from "../history/sampler.ts";
import { SqliteHistory } from "../history/sqlite-history.ts";
import type { Condition, HistoryStore, StoredEvent } from "../history/store.ts";
import { Counter, type StepBack } from "../history/totals.ts";
import type { Tier } from "../history/tiers.ts";
import { isUnderReplicated } from "../domain/topic-health.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import { isSilence } from "./broker-rows.ts";
import { type ClusterState, whole } from "./cluster-state.ts";
import { judgeGroup } from "./group-verdicts.ts";
import { log } from "./log.ts";
import { clusterState, runtime } from "./runtime.ts";
import { sampleRound } from "./sample-round.ts";
import { type BesideRound, SinceWhen } from "./since.ts";
import { configIn } from "./topic-details.ts";

const sizesEveryMs = 60_000;
const shortestGapMs = 30_000;
const rememberMs = 6 * 3_600_000;
const trendMs = 3_600_000;
const settingsMayAgeMs = 5 * 60_000;

/** ClusterHistory is one cluster's memory: what was sampled in the last minutes, and the store of all of it. */
export class ClusterHistory {
  readonly recent = new Recent();
  readonly since = new SinceWhen();
  readonly store: HistoryStore;
  readonly everyMs: number;
  /** longestGapMs is how far apart two samples may be and still be compared: what lies further apart is a gap. */
  readonly longestGapMs: number;
  readonly #state: ClusterState;
  readonly #written: SqliteHistory | null;
  readonly #counter: Counter;
  readonly #sampler: Sampler;
  #sizedAt = 0;
  #troubled = false;
  #restored: Promise<void> | null = null;
  #unkept: Condition[] | null = null;

  constructor(state: ClusterState, store: SqliteHistory | PrometheusHistory, tiers: Tier[]) {
    this.#state = state;
    this.#written = store instanceof SqliteHistory ? store : null;
    this.store = store;
    this.everyMs = tiers[0]!.stepMs;
    this.longestGapMs = Math.max(this.everyMs * 3, shortestGapMs);
    this.#counter = new Counter(this.longestGapMs);
    this.#sampler = new Sampler({
      everyMs: this.everyMs,
      round: () => this.sample(),
      failed: (error, nextInMs) =>
        log().warn({ cluster: state.config.id, reason: (error as Error).message, nextInMs }, "not sampled"),
    });
  }

  /** start begins to sample. */
  start(): void {
    this.#sampler.start();
  }

  /** stop ends it and writes what waits; at once. */
  stop(): void {
    this.#sampler.stop();
    this.#write(() => this.#written?.flush());
  }

  /** sample takes one round now. Throws KafkaError when the cluster does not answer. */
  async sample(): Promise<void> {
    const before = this.recent.newest;
    if (!before) void this.#remember();
    const now = Date.now();
    const sizes = now - this.#sizedAt >= sizesEveryMs || now < this.#sizedAt;
    this.#restored ??= this.#restoreSince();
    const [round] = await Promise.all([sampleRound(this.#state, before, sizes), this.#restored]);
    this.#readMinIsr(round.at);
    if (sizes) {
      this.#sizedAt = now;
      // Whether there is a controller only the quorum tells; the next round knows it.
      this.#state.quorum.begin([whole], now);
    }
    const { totals, back } = this.#counter.count(round);
    this.recent.add(round, totals, back);
    this.#unkept = this.#lookAround(round, sizes) ?? this.#unkept;
    this.#write(() => {
      this.#written?.append({ round, totals }, [...backEvents(round.at, back), ...groupEvents(round, before)]);
      if (this.#unkept) this.#written?.keepConditions(this.#unkept);
      this.#unkept = null;
      this.#written?.tidy(round.at);
    });
  }

  // How many replicas must be in sync matters, and is asked for, only where some are not. The next round knows it.
  #readMinIsr(now: number): void {
    const topics = [...(this.#state.metadata.peek(whole)?.topics.values() ?? [])];
    const troubled = topics.filter(({ partitions }) => partitions.some(isUnderReplicated));
    this.#state.topicConfigs.begin(
      troubled.map(({ name }) => name),
      now - settingsMayAgeMs,
    );
  }

  async #restoreSince(): Promise<void> {
    try {
      const { conditions, lastAt } = await this.store.keptConditions();
      this.since.restore(conditions, lastAt);
    } catch (error) {
      const { message } = error as Error;
      log().warn(
        { cluster: this.#state.config.id, reason: message },
        "since when what is wrong has been so is not known from before",
      );
    }
  }

  // How long ago a commit was the end must not be forgotten with a restart.
  async #remember(): Promise<void> {
    try {
      const { value } = await this.#state.metadata.one(whole, 0);
      const to = Date.now();
      const hour = { from: to - trendMs, to, stepMs: 60_000 };
      const [produced, lag] = await Promise.all([
        this.store.readCounts("topic", "produced", hour),
        this.store.readCounts("group", "lag", hour),
      ]);
      this.recent.rememberMinutes(produced, lag);
      for (const topic of value.topics.keys()) {
        this.recent.remember(topic, await this.store.readTopic(topic, { from: to - rememberMs, to, stepMs: 60_000 }));
        await nextTurn();
      }
    } catch (error) {
      log().debug({ cluster: this.#state.config.id, reason: (error as Error).message }, "history not remembered");
    }
  }

  // Verdicts on groups look at minutes of samples: once a minute is enough to know since when.
  #lookAround(round: Round, verdicts: boolean): Condition[] | null {
    const metadata = this.#state.metadata.peek(whole);
    if (!metadata) return null;
    const up = new Set(metadata.brokers.map(({ brokerId }) => brokerId));
    return this.since.look(
      round,
      metadata,
      [...this.#state.seenBrokers.keys()].filter((brokerId) => !up.has(brokerId)),
      (groupId) => (verdicts ? judgeGroup(this, groupId) : []),
      { minIsrOf: (topic) => this.#minIsrOf(topic), wrong: findWrong(this.#state, metadata) },
    );
  }

  #minIsrOf(topic: string): number | null {
    const value = configIn(this.#state.topicConfigs.peek(topic), "min.insync.replicas")?.value;
    return value ? Number(value) : null;
  }

  // A full disk is no reason to stop looking: what cannot be written waits, and is tried again with the next round.
  #write(work: () => void): void {
    try {
      work();
      if (this.#troubled) log().info({ cluster: this.#state.config.id }, "history is written again");
      this.#troubled = false;
    } catch (error) {
      if (!this.#troubled)
        log().warn(
          { cluster: this.#state.config.id, reason: (error as Error).message },
          "history could not be written; it waits in memory",
        );
      this.#troubled = true;
    }
  }
}

// Which brokers do not answer or have lost a log directory, as they last told of those; and whether there is a controller.
function findWrong(state: ClusterState, { brokers }: ClusterMetadata): BesideRound["wrong"] {
  const ofBrokers = brokers.flatMap(({ brokerId }): BesideRound["wrong"] => {
    const told = state.brokerLogDirs.peek(String(brokerId));
    if (!told) return [];
    if ("error" in told) return isSilence(told.error.code) ? [["BROKER_NOT_ANSWERING", String(brokerId)]] : [];
    return told.value.some(({ error }) => error !== null) ? [["LOG_DIR_FAILED", String(brokerId)]] : [];
  });
  const headless = state.quorum.peek(whole)?.leaderId === null;
  return headless ? [["NO_CONTROLLER", ""], ...ofBrokers] : ofBrokers;
}

function backEvents(at: number, back: StepBack[]): StoredEvent[] {
  const keyOf = (step: StepBack) => `${step.code} ${step.code === "end-back" ? "" : step.groupId} ${step.topic}`;
  return [...Map.groupBy(back, keyOf).values()].map((steps): StoredEvent => {
    const first = steps[0]!;
    const records = steps.reduce((sum, { from, to }) => sum + (from - to), 0n);
    return {
      at,
      code: first.code,
      kind: first.code === "end-back" ? "topic" : "group",
      name: first.code === "end-back" ? first.topic : first.groupId,
      values: {
        topic: first.topic,
        partition: first.partition,
        partitions: steps.length,
        records: records.toString(),
      },
    };
  });
}

type Histories = { file: OpenedFile | null; clusters: Map<string, ClusterHistory> };

// Next gives instrumentation, route handlers and pages their own copy of each module: what must be one a process hangs
// on globalThis.
const holder = globalThis as typeof globalThis & { highwaterHistories?: Histories | null };

function open(): OpenedFile {
  const { history, dataPath } = runtime().env;
  const file = history === "memory" ? openMemory(null) : openHistoryFile(dataPath, new Date());
  if (file.movedAside) log().warn({ reason: file.reason, movedAside: file.movedAside }, "history file was moved aside");
  if (file.kind === "memory" && file.reason)
    log().warn({ reason: file.reason }, "history is kept in memory, and is gone when the server ends");
  return file;
}

function storeOf(clusterId: string, file: OpenedFile | null): SqliteHistory | PrometheusHistory {
  const { prometheus, clusterLabel, tiers } = runtime().env;
  if (prometheus) return new PrometheusHistory({ ...prometheus, scope: { label: clusterLabel, cluster: clusterId } });
  return new SqliteHistory(file!.database, file!.kind, clusterId, tiers);
}

/** startHistory opens the store and begins to sample every cluster, unless HIGHWATER_HISTORY is off; stopHistory ends it. */
export function startHistory(): void {
  const { env, clusters } = runtime();
  if (env.history === "off" || holder.highwaterHistories) return;
  const file = env.prometheus ? null : open();
  const histories = new Map(
    [...clusters].map(([id, state]) => [id, new ClusterHistory(state, storeOf(id, file), env.tiers)]),
  );
  holder.highwaterHistories = { file, clusters: histories };
  for (const history of histories.values()) history.start();
}

/** stopHistory ends all sampling, writes what waits and closes the store; at once, for a process that is about to end. */
export function stopHistory(): void {
  const histories = holder.highwaterHistories;
  holder.highwaterHistories = null;
  for (const history of histories?.clusters.values() ?? []) history.stop();
  histories?.file?.database.close();
}

/** historyIfAny gives a cluster's history, null when none is kept. Throws KafkaError NOT_FOUND for a cluster that is not configured. */
export function historyIfAny(clusterId: string): ClusterHistory | null {
  clusterState(clusterId);
  return holder.highwaterHistories?.clusters.get(clusterId) ?? null;
}

/** historyOf gives a cluster's history; throws KafkaError UNSUPPORTED when none is kept. */
export function historyOf(clusterId: string): ClusterHistory {
  const history = historyIfAny(clusterId);
  if (!history) throw new KafkaError("UNSUPPORTED", "No history is kept: HIGHWATER_HISTORY is off.");
  return history;
}
