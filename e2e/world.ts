import path from "node:path";
import { attachKafka, type LocalKafka } from "../scripts/kafka/index.ts";
import { freePorts } from "../scripts/kafka/ports.ts";
import { type ProductServer, startServer } from "../scripts/server.ts";

/** CLUSTER_ID is the id and the name of the cluster that the product under test shows. */
export const CLUSTER_ID = "demo";

/** kafkaDir is the directory of the cluster that global-setup.ts started. */
export function kafkaDir(): string {
  const dir = process.env.HIGHWATER_KAFKA_DIR;
  if (dir === undefined) throw new Error("The cluster of the e2e tests has not been started.");
  return dir;
}

/** attachWorld gives the cluster with all its brokers running: what an earlier test stopped or froze goes on. */
export async function attachWorld(): Promise<LocalKafka> {
  const kafka = await attachKafka(kafkaDir());
  for (const { id } of kafka.brokers) kafka.resumeBroker(id);
  await kafka.startBroker(...kafka.brokers.map(({ id }) => id));
  return kafka;
}

/** startAnother starts one more production server, with its own environment: read-only, another config, a dead cluster. */
export async function startAnother(env: Record<string, string>): Promise<ProductServer> {
  const [port] = await freePorts(1);
  return startServer({ port: port!, dir: path.join(kafkaDir(), `server-${port}`), env });
}
