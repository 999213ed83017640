import { resolve } from "node:path";
import { z } from "zod";

const Flag = z
  .enum(["true", "false", "1", "0", ""])
  .default("false")
  .transform((value) => value === "true" || value === "1");

const Env = z.object({
  KAFKA_BROKERS: z.string().optional(),
  KAFKA_CLUSTER_NAME: z.string().min(1).optional(),
  HIGHWATER_CONFIG: z.string().min(1).optional(),
  READ_ONLY: Flag,
  REFRESH_MS: z.coerce.number().int().min(500).max(300_000).default(5000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** Env is what the environment tells: where the clusters are, whether changes are refused, how old data may be (`refreshMs`), how much is logged. */
export type Env = {
  kafkaBrokers: string | undefined;
  kafkaClusterName: string | undefined;
  configPath: string;
  configPathGiven: boolean;
  readOnly: boolean;
  refreshMs: number;
  logLevel: string;
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
  };
}
