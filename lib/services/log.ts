import "server-only";
import pino, { type Logger } from "pino";
import { readEnv } from "../env.ts";

const holder = globalThis as typeof globalThis & { highwaterLog?: Logger };

/** log is the structured log of the process (JSON lines on standard output). Secrets are never passed to it; what looks like one is cut all the same. */
export function log(): Logger {
  holder.highwaterLog ??= pino({
    name: "highwater",
    level: readEnv(process.env).logLevel,
    redact: ["*.password", "*.sasl", "*.key", "*.passphrase", "password", "sasl"],
  });
  return holder.highwaterLog;
}
