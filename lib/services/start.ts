import "server-only";
import { ConfigError } from "../config.ts";
import { startHistory, stopHistory } from "./cluster-history.ts";
import { log } from "./log.ts";
import { runtime } from "./runtime.ts";

/** start checks environment and configuration before the first request, and begins to sample; what is wrong is said in one line on standard error, and the process ends with status 1. */
export function start(): void {
  try {
    const { config, env } = runtime();
    const clusters = config.clusters.map(({ id, brokers }) => ({ id, brokers }));
    startHistory();
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stopHistory);
    log().info({ clusters, readOnly: env.readOnly, refreshMs: env.refreshMs }, "started");
  } catch (error) {
    const known =
      error instanceof ConfigError || (error instanceof Error && error.message.startsWith("Environment variable"));
    process.stderr.write(`Highwater cannot start. ${known ? (error as Error).message : String(error)}\n`);
    process.exit(1);
  }
}
