import { z } from "./zod.ts";
import { Int64, listOf, ListQuery, ReadAnswer, Reason, sortable, Unknown } from "./common.ts";

/** BrokerId is the path parameter of a broker. */
export const BrokerId = z.object({ brokerId: z.coerce.number("A broker's id is a number.").int().min(0) });

/** BrokerStatus: `up`, `follows-slowly` (some of its replicas are out of sync), `not-answering` (in the metadata, but it did not answer), `down` (holds replicas, but is not in the metadata). */
export const BrokerStatus = z.enum(["up", "follows-slowly", "not-answering", "down"]);
export type BrokerStatus = z.infer<typeof BrokerStatus>;

/** Broker is one broker. Skews are ratios to the mean of the live brokers (1 = average); sizes count every replica on it. */
export const Broker = z.object({
  brokerId: z.int(),
  host: z.string().nullable(),
  port: z.int().nullable(),
  rack: z.string().nullable(),
  controller: z.boolean(),
  status: BrokerStatus,
  leaders: z.int(),
  replicas: z.int(),
  inSyncReplicas: z.int(),
  preferredLeaders: z.int(),
  logSizeBytes: Int64.nullable(),
  diskTotalBytes: Int64.nullable(),
  diskUsableBytes: Int64.nullable(),
  leaderSkew: z.number().nullable(),
  replicaSkew: z.number().nullable(),
  logSizeSkew: z.number().nullable(),
  unknown: Unknown,
});
export type Broker = z.infer<typeof Broker>;

/** brokerSortFields are the fields by which brokers sort. */
export const brokerSortFields = ["brokerId", "rack", "leaders", "replicas", "logSizeBytes"] as const;

/** BrokerListQuery is what `GET brokers` takes. */
export const BrokerListQuery = ListQuery.extend({ sort: sortable(brokerSortFields, "brokerId") });
export type BrokerListQuery = z.infer<typeof BrokerListQuery>;

/** BrokerList answers `GET brokers`; `controllerId` is the quorum's leader (KIP-836), null when it is not known. */
export const BrokerList = listOf(Broker).extend({ controllerId: z.int().nullable() });
export type BrokerList = z.infer<typeof BrokerList>;

/** LogDir is one log directory of a broker; `error` is Kafka's word for why it cannot be used. */
export const LogDir = z.object({
  path: z.string(),
  error: z.string().nullable(),
  replicas: z.int(),
  sizeBytes: Int64,
  totalBytes: Int64.nullable(),
  usableBytes: Int64.nullable(),
});
export type LogDir = z.infer<typeof LogDir>;

/** BrokerDetail answers `GET brokers/{id}`: the broker, its log directories (null when it did not tell), its largest replicas. */
export const BrokerDetail = ReadAnswer.extend({
  broker: Broker,
  kafkaVersion: z.string().nullable(),
  logDirs: z.array(LogDir).nullable(),
  largestReplicas: z.array(z.object({ topic: z.string(), partition: z.int(), sizeBytes: Int64, leader: z.boolean() })),
  reasons: z.array(Reason),
});
export type BrokerDetail = z.infer<typeof BrokerDetail>;
