import { rm } from "node:fs/promises";
import { providerOf } from "./choose.ts";
import { lastLines, waitUntil } from "./processes.ts";
import { seenBy } from "./probe.ts";
import type { Provider } from "./provider.ts";
import type { BrokerRecord, ClusterRecord, LocalKafka } from "./types.ts";

const START_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 20_000;

/** operate gives the handle of a cluster from its record; `afterStop` runs once all brokers have ended. */
export function operate(cluster: ClusterRecord, afterStop: () => Promise<void> = async () => {}): LocalKafka {
  const provider = providerOf(cluster);
  const find = (id: number) => findBroker(cluster, id);
  const end = async (ids: number[], signal: NodeJS.Signals) => {
    await Promise.all(ids.map((id) => endBroker(provider, cluster, find(id), signal)));
  };
  return {
    clusterId: cluster.clusterId,
    dir: cluster.dir,
    bootstrap: cluster.bootstrap,
    get security() {
      return cluster.security;
    },
    get brokers() {
      return cluster.brokers.map((broker) => ({ ...broker, pid: provider.pid(cluster, broker) }));
    },
    startBroker: (...ids) => startBrokers(provider, cluster, ids.map(find)),
    stopBroker: (...ids) => end(ids, "SIGTERM"),
    killBroker: (...ids) => end(ids, "SIGKILL"),
    pauseBroker: (id) => provider.signal(cluster, find(id), "SIGSTOP"),
    resumeBroker: (id) => provider.signal(cluster, find(id), "SIGCONT"),
    tool: (className, args) => provider.run(cluster, className, withBootstrap(cluster, args)),
    stop: async () => {
      await end(
        cluster.brokers.map(({ id }) => id),
        "SIGKILL",
      );
      await afterStop();
    },
  };
}

function findBroker(cluster: ClusterRecord, id: number): BrokerRecord {
  const broker = cluster.brokers.find((each) => each.id === id);
  if (!broker) throw new Error(`There is no broker ${id}: ${cluster.brokers.map((each) => each.id).join(", ")}.`);
  return broker;
}

// The classes of Kafka that have subcommands want it before them, the others anywhere.
function withBootstrap(cluster: ClusterRecord, args: string[]): string[] {
  return args.includes("--bootstrap-server") ? args : ["--bootstrap-server", cluster.bootstrap, ...args];
}

async function startBrokers(provider: Provider, cluster: ClusterRecord, brokers: BrokerRecord[]): Promise<void> {
  const stopped = brokers.filter((broker) => provider.pid(cluster, broker) === null);
  await Promise.all(stopped.map((broker) => provider.start(cluster, broker)));
  const dead = () => brokers.find((broker) => provider.pid(cluster, broker) === null);
  const up = await waitUntil(async () => dead() !== undefined || (await allSeeAll(brokers)), START_TIMEOUT_MS);
  const failed = dead() ?? (up ? undefined : brokers[0]);
  if (failed) throw new Error(`Broker ${failed.id} did not start:\n${lastLines(failed.logFile)}`);
}

async function allSeeAll(brokers: BrokerRecord[]): Promise<boolean> {
  const seen = await Promise.all(brokers.map(({ port }) => seenBy(port)));
  return seen.every((ids) => brokers.every(({ id }) => ids.includes(id)));
}

async function endBroker(provider: Provider, cluster: ClusterRecord, broker: BrokerRecord, signal: NodeJS.Signals) {
  const ended = () => provider.pid(cluster, broker) === null;
  provider.signal(cluster, broker, signal);
  if (!(await waitUntil(ended, STOP_TIMEOUT_MS))) {
    provider.signal(cluster, broker, "SIGKILL");
    await waitUntil(ended, STOP_TIMEOUT_MS);
  }
  await rm(`${broker.dir}/pid`, { force: true });
}
