import { CLIENT_PRINCIPAL } from "./tls.ts";
import type { SecureListener } from "./types.ts";

/** NodePorts are the ports of one node: plain clients and brokers, the controller, and each secured listener. */
export type NodePorts = { plain: number; controller: number } & Partial<Record<SecureListener, number>>;

/** NodeSettings is what the server.properties of one node depends on. */
export type NodeSettings = {
  id: number;
  /** Ports of every node by its id. */
  ports: Map<number, NodePorts>;
  bindAddress: string;
  rack: string | null;
  dataDir: string;
  tls: { keystore: string; truststore: string; adminPassword: string } | null;
  extra: Record<string, string>;
};

const PROTOCOLS: Record<SecureListener, string> = {
  TLS: "SSL",
  MTLS: "SSL",
  SASL_SSL: "SASL_SSL",
  SASL_PLAINTEXT: "SASL_PLAINTEXT",
};

/** serverProperties is the text of one combined KRaft node's server.properties; `extra` wins over everything else. */
export function serverProperties(node: NodeSettings): string {
  const all = { ...listeners(node), ...quorum(node), ...small(node.ports.size), ...security(node), ...node.extra };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}

function listeners({ id, ports, bindAddress, rack, dataDir }: NodeSettings): Record<string, string> {
  const { plain, controller, ...secure } = ports.get(id)!;
  const open = [["PLAINTEXT", plain] as const, ...Object.entries(secure)];
  const bound = [...open, ["CONTROLLER", controller] as const];
  return {
    "process.roles": "broker,controller",
    "node.id": String(id),
    ...(rack === null ? {} : { "broker.rack": rack }),
    listeners: bound.map(([name, port]) => `${name}://${bindAddress}:${port}`).join(","),
    "advertised.listeners": open.map(([name, port]) => `${name}://127.0.0.1:${port}`).join(","),
    "listener.security.protocol.map": [
      "PLAINTEXT:PLAINTEXT",
      "CONTROLLER:PLAINTEXT",
      ...Object.entries(PROTOCOLS).map(([name, protocol]) => `${name}:${protocol}`),
    ].join(","),
    "inter.broker.listener.name": "PLAINTEXT",
    "controller.listener.names": "CONTROLLER",
    "log.dirs": dataDir,
  };
}

// Short elections: the nodes are neighbours, so half a second of silence means that one is gone.
function quorum({ ports }: NodeSettings): Record<string, string> {
  return {
    "controller.quorum.voters": [...ports].map(([id, { controller }]) => `${id}@127.0.0.1:${controller}`).join(","),
    "controller.quorum.election.timeout.ms": "300",
    "controller.quorum.election.backoff.max.ms": "200",
    "controller.quorum.fetch.timeout.ms": "1500",
    "broker.heartbeat.interval.ms": "1000",
    "broker.session.timeout.ms": "6000",
  };
}

// log.cleaner.dedupe.buffer.size: its default of 128 MiB alone is more than the heap, so a broker would not start.
function small(brokers: number): Record<string, string> {
  const replicas = String(Math.min(3, brokers));
  const minIsr = String(Math.min(2, brokers));
  return {
    "auto.create.topics.enable": "false",
    "default.replication.factor": replicas,
    "offsets.topic.replication.factor": replicas,
    "offsets.topic.num.partitions": "6",
    "transaction.state.log.replication.factor": replicas,
    "transaction.state.log.min.isr": minIsr,
    "transaction.state.log.num.partitions": "6",
    "share.coordinator.state.topic.replication.factor": replicas,
    "share.coordinator.state.topic.min.isr": minIsr,
    "share.coordinator.state.topic.num.partitions": "3",
    "group.initial.rebalance.delay.ms": "0",
    "group.consumer.min.session.timeout.ms": "6000",
    "group.consumer.session.timeout.ms": "12000",
    "group.consumer.min.heartbeat.interval.ms": "3000",
    "group.consumer.heartbeat.interval.ms": "3000",
    "log.index.size.max.bytes": "1048576",
    "log.cleaner.dedupe.buffer.size": "8388608",
    "num.network.threads": "2",
    "num.io.threads": "2",
  };
}

function security({ tls }: NodeSettings): Record<string, string> {
  if (!tls) return {};
  const scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
  const plain = `org.apache.kafka.common.security.plain.PlainLoginModule required user_admin="${tls.adminPassword}";`;
  const mechanisms = "SCRAM-SHA-512,SCRAM-SHA-256,PLAIN";
  const sasl = ["sasl_ssl", "sasl_plaintext"].flatMap((listener) => [
    [`listener.name.${listener}.sasl.enabled.mechanisms`, mechanisms],
    [`listener.name.${listener}.scram-sha-512.sasl.jaas.config`, scram],
    [`listener.name.${listener}.scram-sha-256.sasl.jaas.config`, scram],
    [`listener.name.${listener}.plain.sasl.jaas.config`, plain],
  ]);
  return {
    "ssl.keystore.type": "PEM",
    "ssl.keystore.location": tls.keystore,
    "ssl.truststore.type": "PEM",
    "ssl.truststore.location": tls.truststore,
    "listener.name.mtls.ssl.client.auth": "required",
    "sasl.enabled.mechanisms": mechanisms,
    ...Object.fromEntries(sasl),
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": `User:ANONYMOUS;User:admin;${CLIENT_PRINCIPAL}`,
  };
}
