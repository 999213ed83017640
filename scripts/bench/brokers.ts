import { Connection, metadataV12 } from "@platformatic/kafka";
import { KafkaJsBrokers, type KafkaJsBroker } from "../../lib/kafka/kafkajs-brokers.ts";

/** WarmBroker is one broker with an open connection of either client. */
export type WarmBroker = { id: number; raw: Connection; kafkaJs: KafkaJsBroker };

/** WarmBrokers are all brokers of a cluster by id; close ends their connections. */
export type WarmBrokers = { all: WarmBroker[]; of(id: number): WarmBroker; close(): Promise<void> };

/** connectBrokers opens the connections of both clients to every broker of a cluster. */
export async function connectBrokers(bootstrap: string): Promise<WarmBrokers> {
  const addresses = bootstrap.split(",");
  const kafkaJs = new KafkaJsBrokers({
    id: "bench",
    name: "bench",
    brokers: addresses,
    readOnly: false,
    tls: null,
    sasl: null,
  });
  const connected = await Promise.all(addresses.map((address) => connect(kafkaJs, address)));
  const ids = await idsByAddress(connected[0]!.raw);
  const all = connected.map(({ address, ...clients }) => ({ id: ids.get(address)!, ...clients }));
  const byId = new Map(all.map((broker) => [broker.id, broker]));
  return {
    all,
    of: (id) => byId.get(id)!,
    close: async () => {
      await Promise.all([kafkaJs.close(), ...all.map(({ raw }) => raw.close())]);
    },
  };
}

async function connect(kafkaJs: KafkaJsBrokers, address: string) {
  const [host = "", port = ""] = address.split(":");
  const raw = new Connection("bench", {});
  await raw.connect(host, Number(port));
  return { address, raw, kafkaJs: await kafkaJs.at({ host, port: Number(port), rack: null }) };
}

async function idsByAddress(connection: Connection): Promise<Map<string, number>> {
  const { brokers } = await metadataV12.api.async(connection, [], false, false);
  return new Map(brokers.map(({ nodeId, host, port }) => [`${host}:${port}`, nodeId]));
}
