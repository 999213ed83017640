import { resolve } from "node:path";
import { z } from "zod";
import { parseTiers, type Tier } from "./history/tiers.ts";

const Flag = z
  .enum(["true", "false", "1", "0", ""])
  .default("false")
  .transform((value) => value === "true" || value === "1");

function toTiers(text: string, context: z.RefinementCtx): Tier[] {
  try {
    return parseTiers(text);
  } catch (error) {
    context.issues.push({ code: "custom", input: text, message: (error as Error).message });
    return z.NEVER;
  }
}

const Label = z.string().regex(/^[a-zA-Z_]\w*$/, "A label is letters, digits and _.");

// An empty variable is what a template leaves behind for one that is not set.
const PrometheusUrl = z
  .string()
  .transform((url) => (url === "" ? undefined : url))
  .pipe(z.url({ protocol: /^https?$/, error: "Needs an address that begins with http:// or https://." }).optional())
  .optional();

const bytesQuery = (counter: string) => `sum by ($by) (rate(${counter}{$cluster,topic!=""}[$window]))`;

const Env = z.object({
  KAFKA_BROKERS: z.string().optional(),
  KAFKA_CLUSTER_NAME: z.string().min(1).optional(),
  HIGHWATER_CONFIG: z.string().min(1).optional(),
  READ_ONLY: Flag,
  REFRESH_MS: z.coerce.number().int().min(500).max(300_000).default(5000),
  HIGHWATER_DATA: z.string().min(1).default(".highwater"),
  HIGHWATER_HISTORY: z.enum(["sqlite", "memory", "off"]).default("sqlite"),
  HISTORY_TIERS: z.string().default("10s:2h,1m:2d,15m:30d").transform(toTiers),
  METRICS: Flag,
  PROMETHEUS_URL: PrometheusUrl,
  PROMETHEUS_CLUSTER_LABEL: Label.default("cluster"),
  PROMETHEUS_BYTES_IN_QUERY: z.string().min(1).default(bytesQuery("kafka_server_brokertopicmetrics_bytesin_total")),
  PROMETHEUS_BYTES_OUT_QUERY: z.string().min(1).default(bytesQuery("kafka_server_brokertopicmetrics_bytesout_total")),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** Env is what the environment tells: where the clusters are, whether changes are refused, how old data may be (`refreshMs`), how much is logged; where samples are kept (`dataPath`, `history`), how often they are taken and for how long they are kept (`tiers`); whether `/metrics` answers (`metrics`), by which label a cluster is told from others there and in Prometheus (`clusterLabel`), and which Prometheus is read instead of the own store. */
export type Env = {
  kafkaBrokers: string | undefined;
  kafkaClusterName: string | undefined;
  configPath: string;
  configPathGiven: boolean;
  readOnly: boolean;
  refreshMs: number;
  logLevel: string;
  dataPath: string;
  history: "sqlite" | "memory" | "off";
  tiers: Tier[];
  metrics: boolean;
  clusterLabel: string;
  prometheus: { url: string; bytesInQuery: string; bytesOutQuery: string } | null;
};

/** readEnv reads and checks the environment; throws an Error that names the variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`Environment variable ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const env = parsed.data;
  return {
    kafkaBrokers: env.KAFKA_BROKERS?.trim() === "" ? undefined : env.KAFKA_BROKERS,
    kafkaClusterName: env.KAFKA_CLUSTER_NAME,
    configPath: resolve(/* turbopackIgnore: true */ env.HIGHWATER_CONFIG ?? "highwater.yaml"),
    configPathGiven: env.HIGHWATER_CONFIG !== undefined,
    readOnly: env.READ_ONLY,
    refreshMs: env.REFRESH_MS,
    logLevel: env.LOG_LEVEL,
    dataPath: resolve(/* turbopackIgnore: true */ env.HIGHWATER_DATA),
    history: env.HIGHWATER_HISTORY,
    tiers: env.HISTORY_TIERS,
    metrics: env.METRICS,
    clusterLabel: env.PROMETHEUS_CLUSTER_LABEL,
    prometheus:
      env.PROMETHEUS_URL === undefined
        ? null
        : {
            url: env.PROMETHEUS_URL,
            bytesInQuery: env.PROMETHEUS_BYTES_IN_QUERY,
            bytesOutQuery: env.PROMETHEUS_BYTES_OUT_QUERY,
          },
  };
}
