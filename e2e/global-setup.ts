import path from "node:path";
import { startScenario } from "../scripts/demo/scenario.ts";
import { startKafka } from "../scripts/kafka/index.ts";
import { freePorts } from "../scripts/kafka/ports.ts";
import { startServer } from "../scripts/server.ts";
import { CLUSTER_ID } from "./world.ts";

/** setup starts three brokers, the demo's shop and the production server, and gives what ends them. */
export default async function setup(): Promise<() => Promise<void>> {
  // Every five minutes Kafka gives leaders back to brokers that were stopped: in the middle of some other test.
  const properties = { "auto.leader.rebalance.enable": "false" };
  const kafka = await startKafka({ racks: ["zone-a", "zone-b", "zone-c"], properties });
  const [port] = await freePorts(1);
  const env = { KAFKA_BROKERS: kafka.bootstrap, KAFKA_CLUSTER_NAME: CLUSTER_ID };
  const [scenario, server] = await Promise.all([
    startScenario(kafka.bootstrap),
    startServer({ port: port!, dir: path.join(kafka.dir, "server"), env }),
  ]);
  process.env.HIGHWATER_URL = server.url;
  process.env.HIGHWATER_KAFKA_DIR = kafka.dir;
  return async () => {
    await server.stop();
    await scenario.stop();
    await kafka.stop();
  };
}
