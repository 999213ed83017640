import "server-only";
import { setImmediate } from "node:timers/promises";
import { Gauge, type MetricValue, Registry } from "prom-client";
import { families, type GaugeFamily, type Sampled } from "../history/prometheus-gauges.ts";
import { rowsOf } from "../history/prometheus-rows.ts";
import { type ClusterHistory, historyOf } from "./cluster-history.ts";
import { type ClusterState, whole } from "./cluster-state.ts";
import { runtime } from "./runtime.ts";

/** Metrics is what a scrape gets: text, and its content type. */
export type Metrics = { text: string; contentType: string };

type Exported = { labels: Record<string, string>; sampled: Sampled };

const roundsMayMiss = 3;

// A gauge's own values are kept by a hash of their labels, to be found again: what is only told once needs none.
class Told extends Gauge {
  readonly #values: MetricValue<string>[];

  constructor(name: string, help: string, values: MetricValue<string>[]) {
    super({ name, help, registers: [] });
    this.#values = values;
  }

  override async get() {
    return { ...(await super.get()), values: this.#values };
  }
}

async function sampledOf(state: ClusterState, { recent, since, everyMs }: ClusterHistory): Promise<Sampled | null> {
  const round = recent.newest;
  if (!round) return null;
  const old = Date.now() - round.at > everyMs * roundsMayMiss;
  return {
    at: round.at,
    brokers: state.metadata.peek(whole)?.brokers.length ?? null,
    conditions: since.conditions,
    rows: old ? null : await rowsOf(round, recent),
  };
}

async function render({ name, help, labels, values }: GaugeFamily, clusters: Exported[]): Promise<string> {
  const told: MetricValue<string>[] = [];
  for (const cluster of clusters)
    for (const [names, value] of values(cluster.sampled)) {
      if (value === null) continue;
      const all: Record<string, string> = { ...cluster.labels };
      labels.forEach((label, index) => (all[label] = names[index]!));
      told.push({ labels: all, value: Number(value) });
    }
  const registry = new Registry();
  registry.registerMetric(new Told(name, help, told));
  return registry.metrics();
}

/** renderMetrics tells the newest round of every cluster, without a request to Kafka. What is not known has no line; a cluster that was not sampled for three rounds has only the time of its last one. Throws KafkaError UNSUPPORTED when nothing is sampled. */
export async function renderMetrics(): Promise<Metrics> {
  const { clusters, env } = runtime();
  const exported: Exported[] = [];
  for (const [id, state] of clusters) {
    const sampled = await sampledOf(state, historyOf(id));
    const labels = { cluster_name: state.config.name, [env.clusterLabel]: id };
    if (sampled) exported.push({ labels, sampled });
  }
  const texts: string[] = [];
  for (const family of families) {
    texts.push(await render(family, exported));
    // A large cluster takes a good part of a second: others are served in between.
    await setImmediate();
  }
  return { text: texts.join("\n"), contentType: new Registry().contentType };
}
