import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUuid } from "./cluster-id.ts";
import { chooseProvider, providerOf } from "./choose.ts";
import { startGuard } from "./guard.ts";
import { operate } from "./handle.ts";
import { formatNodes } from "./format.ts";
import { kafkaVersion } from "./libs.ts";
import { freePorts } from "./ports.ts";
import type { NodePorts } from "./properties.ts";
import { secureCluster } from "./secure.ts";
import type { ClusterRecord, KafkaOptions, LocalKafka, SecureListener } from "./types.ts";

const SECURE: SecureListener[] = ["TLS", "MTLS", "SASL_SSL", "SASL_PLAINTEXT"];

/**
 * startKafka starts a real Kafka cluster (KRaft) on free ports of 127.0.0.1 and resolves when every broker answers
 * and sees all others. It writes cluster.json for attachKafka. The cluster ends with this process, however it ends.
 */
export async function startKafka(options: KafkaOptions = {}): Promise<LocalKafka> {
  const log = options.log ?? (() => {});
  const ports = await choosePorts(options);
  const cluster = await describeNew(options, ports);
  const provider = providerOf(cluster);
  const guard = startGuard(provider.killCommand(cluster), cluster.dir, options.dir === undefined);
  const kafka = operate(cluster, () => guard.end());
  try {
    await provider.fetch(cluster.version, log);
    await provider.open(cluster);
    if (options.security) cluster.security = await secureCluster(cluster, ports);
    await formatNodes(cluster, ports, options.properties ?? {});
    await writeFile(path.join(cluster.dir, "cluster.json"), `${JSON.stringify(cluster, null, 2)}\n`);
    log(`Starting ${cluster.brokers.length} brokers: ${cluster.bootstrap}`);
    await kafka.startBroker(...cluster.brokers.map(({ id }) => id));
  } catch (error) {
    await kafka.stop();
    throw error;
  }
  return kafka;
}

async function choosePorts({ brokers = 3, security }: KafkaOptions): Promise<Map<number, NodePorts>> {
  const listeners = security ? SECURE : [];
  const free = await freePorts(brokers * (2 + listeners.length));
  const take = () => free.pop()!;
  const ports = () => ({
    plain: take(),
    controller: take(),
    ...Object.fromEntries(listeners.map((name) => [name, take()])),
  });
  return new Map(Array.from({ length: brokers }, (_, index) => [index + 1, ports()]));
}

async function describeNew(options: KafkaOptions, ports: Map<number, NodePorts>): Promise<ClusterRecord> {
  const dir = await makeDir(options.dir);
  const racks = options.racks ?? [];
  const brokers = [...ports].map(([id, { plain }]) => {
    const home = path.join(dir, `broker-${id}`);
    const rack = racks[(id - 1) % racks.length] ?? null;
    const javaArgs = options.javaArgs?.(id);
    const logFile = path.join(home, "server.log");
    return { id, host: "127.0.0.1", port: plain, rack, dir: home, logFile, ...(javaArgs && { javaArgs }) };
  });
  return {
    clusterId: randomUuid(),
    version: options.version ?? (await kafkaVersion()),
    provider: options.provider ?? (await chooseProvider()),
    dir,
    bootstrap: brokers.map(({ host, port }) => `${host}:${port}`).join(","),
    heapMb: options.heapMb ?? 192,
    ports: [...ports.values()].flatMap(clientPorts),
    brokers,
    security: null,
  };
}

function clientPorts(node: NodePorts): number[] {
  return Object.values(node).filter((port) => port !== node.controller);
}

async function makeDir(dir: string | undefined): Promise<string> {
  if (dir === undefined) return realpath(await mkdtemp(path.join(tmpdir(), "highwater-kafka-")));
  await mkdir(dir, { recursive: true });
  return path.resolve(dir);
}
