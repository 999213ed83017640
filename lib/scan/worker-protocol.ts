import type { ClusterConfig } from "../config.ts";
import type { Broker } from "../kafka/log-fetcher.ts";
import type { Job } from "./jobs.ts";

/** JobCluster is a cluster that a job reads: its configuration, and the brokers' addresses as far as they are known. */
export type JobCluster = { config: ClusterConfig; brokers: Broker[] };

/** ToWorker is what the server tells its worker: start a job, `ack` that bytes of its answer were taken, stop it. */
export type ToWorker =
  | { type: "start"; id: number; clusters: JobCluster[]; job: Job }
  | { type: "ack"; id: number; bytes: number }
  | { type: "stop"; id: number };

/** FromWorker is what the worker tells: bytes of a job's answer, that it ended (`error`: why it could not go on), or only that it is alive. */
export type FromWorker =
  | { type: "bytes"; id: number; bytes: Uint8Array }
  | { type: "end"; id: number; error: { code: string; message: string } | null }
  | { type: "alive" };
