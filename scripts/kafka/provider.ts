import type { BrokerRecord, ClusterRecord } from "./types.ts";

/** Provider is the part of a local cluster that differs between Java processes and containers. */
export type Provider = {
  /** Address that a node's sockets bind; clients reach them at 127.0.0.1 either way. */
  bindAddress: string;
  /** Downloads and makes what later starts of a version find ready. */
  fetch(version: string, log: (line: string) => void): Promise<void>;
  /** Makes what the brokers of one cluster share. */
  open(cluster: ClusterRecord): Promise<void>;
  /** Runs a class of Kafka's to its end and gives what it printed; the error of a failed one holds its words. */
  run(cluster: ClusterRecord, className: string, args: string[]): Promise<string>;
  /** Starts a broker's process, which outlives this one. */
  start(cluster: ClusterRecord, broker: BrokerRecord): Promise<void>;
  /** Sends a signal to a broker's process, if there is one. */
  signal(cluster: ClusterRecord, broker: BrokerRecord, signal: NodeJS.Signals): void;
  /** Process id of a running broker, else null. */
  pid(cluster: ClusterRecord, broker: BrokerRecord): number | null;
  /** Shell line that ends every broker at once; $1 is the cluster's directory. */
  killCommand(cluster: ClusterRecord): string;
};
