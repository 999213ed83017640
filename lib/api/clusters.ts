import { z } from "./zod.ts";
import { ElementError, listOf } from "./common.ts";

/** ClusterStatus is `online` (all is well), `degraded` (it answers, something is wrong) or `offline` (no broker answers). */
export const ClusterStatus = z.enum(["online", "degraded", "offline"]);
export type ClusterStatus = z.infer<typeof ClusterStatus>;

/** ClusterSummary is one configured cluster. Counts are null while the cluster has never answered; `error` then says why. */
export const ClusterSummary = z.object({
  clusterId: z.string(),
  name: z.string(),
  asOf: z.iso.datetime().nullable(),
  status: ClusterStatus,
  kafkaVersion: z.string().nullable(),
  kafkaClusterId: z.string().nullable(),
  bootstrapServers: z.array(z.string()),
  readOnly: z.boolean(),
  brokers: z.int().nullable(),
  brokersMissing: z.array(z.int()),
  topics: z.int().nullable(),
  partitions: z.int().nullable(),
  underReplicatedPartitions: z.int().nullable(),
  offlinePartitions: z.int().nullable(),
  groups: z.int().nullable(),
  error: ElementError.nullable(),
});
export type ClusterSummary = z.infer<typeof ClusterSummary>;

/** ClusterList answers `GET /api/clusters`. */
export const ClusterList = listOf(ClusterSummary);
export type ClusterList = z.infer<typeof ClusterList>;
