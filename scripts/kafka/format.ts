import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { providerOf } from "./choose.ts";
import { type NodePorts, serverProperties } from "./properties.ts";
import { tlsDir } from "./secure.ts";
import { createCertificates } from "./tls.ts";
import type { BrokerRecord, ClusterRecord } from "./types.ts";

/** formatNodes writes every node's server.properties and the storage that a first start needs. */
export async function formatNodes(
  cluster: ClusterRecord,
  ports: Map<number, NodePorts>,
  extra: Record<string, string>,
): Promise<void> {
  const files = cluster.security && (await createCertificates(tlsDir(cluster)));
  const tls = files && { ...files, adminPassword: cluster.security!.users.admin };
  for (const broker of cluster.brokers) {
    await mkdir(broker.dir, { recursive: true });
    const { bindAddress } = providerOf(cluster);
    const node = { id: broker.id, ports, bindAddress, rack: broker.rack, dataDir: dataDir(broker), tls, extra };
    await writeFile(propertiesFile(broker), serverProperties(node));
  }
  const [first, ...others] = cluster.brokers;
  if (!first) throw new Error("A cluster needs a broker.");
  await formatFirst(cluster, first);
  for (const broker of others) await copyFormat(cluster, first, broker);
}

async function formatFirst(cluster: ClusterRecord, broker: BrokerRecord): Promise<void> {
  const users = Object.entries(cluster.security?.users ?? {});
  const scram = users.flatMap(([name, password]) =>
    ["SCRAM-SHA-256", "SCRAM-SHA-512"].flatMap((type) => [
      "--add-scram",
      `${type}=[name=${name},password=${password}]`,
    ]),
  );
  const args = ["format", "-t", cluster.clusterId, "-c", propertiesFile(broker), ...scram];
  await providerOf(cluster).run(cluster, "kafka.tools.StorageTool", args);
}

// What StorageTool writes differs between nodes by the id alone, and a run of it costs a second.
async function copyFormat(cluster: ClusterRecord, from: BrokerRecord, to: BrokerRecord): Promise<void> {
  const meta = `version=1\ncluster.id=${cluster.clusterId}\nnode.id=${to.id}\n`;
  await mkdir(dataDir(to));
  await writeFile(path.join(dataDir(to), "meta.properties"), meta);
  await copyFile(path.join(dataDir(from), "bootstrap.checkpoint"), path.join(dataDir(to), "bootstrap.checkpoint"));
}

function dataDir(broker: BrokerRecord): string {
  return path.join(broker.dir, "data");
}

function propertiesFile(broker: BrokerRecord): string {
  return path.join(broker.dir, "server.properties");
}
