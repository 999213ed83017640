import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { type Tls, TlsFile, toTls } from "./config-tls.ts";
import type { Env } from "./env.ts";

/** Sasl is how Highwater proves who it is to a broker. */
export type Sasl = { mechanism: "PLAIN" | "SCRAM-SHA-256" | "SCRAM-SHA-512"; username: string; password: string };

/** ClusterConfig is one configured cluster, with its secrets: it never leaves the server. */
export type ClusterConfig = {
  id: string;
  name: string;
  brokers: string[];
  readOnly: boolean;
  tls: Tls | null;
  sasl: Sasl | null;
};

/** Config is what `highwater.yaml`, or KAFKA_BROKERS, says. */
export type Config = { clusters: ClusterConfig[] };

const BrokerAddress = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[^\s:]+):\d{1,5}$/, "Needs host:port.")
  .refine((address) => {
    const port = Number(address.slice(address.lastIndexOf(":") + 1));
    return port >= 1 && port <= 65_535;
  }, "A port is a number from 1 to 65535.");

const ClusterFile = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/i, "Only letters, digits, '-' and '_', at most 63: it stands in addresses.")
    .optional(),
  name: z.string().min(1),
  brokers: z.array(BrokerAddress).min(1, "Needs at least one broker."),
  readOnly: z.boolean().default(false),
  tls: TlsFile,
  sasl: z
    .strictObject({
      mechanism: z.enum(["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]),
      username: z.string().min(1),
      password: z.string().min(1),
    })
    .optional(),
});

const ConfigFile = z.strictObject({ clusters: z.array(ClusterFile).min(1, "Needs at least one cluster.") });

/** ConfigError is a wrong configuration: its message names the file, the line and the field. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** slugOf makes an id for addresses out of a cluster's name. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 63);
  return slug === "" ? "cluster" : slug;
}

type Place = (path: readonly PropertyKey[]) => string;

function placeIn(file: string, document: Document, lines: LineCounter): Place {
  return (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return `${file}, line ${lines.linePos(node.range[0]).line}, ${path.join(".") || "the file"}`;
    }
    return `${file}, line 1, ${path.join(".") || "the file"}`;
  };
}

function resolveReferences(
  value: unknown,
  path: PropertyKey[],
  env: Record<string, string | undefined>,
  place: Place,
): unknown {
  if (typeof value === "string") {
    return value.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = env[name];
      if (found === undefined) throw new ConfigError(`${place(path)}: environment variable ${name} is not set.`);
      return found;
    });
  }
  if (Array.isArray(value)) return value.map((item, index) => resolveReferences(item, [...path, index], env, place));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveReferences(item, [...path, key], env, place)]),
    );
  }
  return value;
}

/** parseConfig reads the text of a `highwater.yaml`; `${NAME}` in a value is an environment variable. Throws ConfigError naming line and field. */
export function parseConfig(text: string, file: string, env: Record<string, string | undefined>): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new ConfigError(`${file}, line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  const place = placeIn(file, document, lines);
  const parsed = ConfigFile.safeParse(resolveReferences(document.toJS(), [], env, place));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
    throw new ConfigError(`${place(path)}: ${issue.code === "unrecognized_keys" ? "no such field." : issue.message}`);
  }
  const seen = new Set<string>();
  const clusters = parsed.data.clusters.map((cluster, index): ClusterConfig => {
    const id = cluster.id ?? slugOf(cluster.name);
    if (seen.has(id))
      throw new ConfigError(
        `${place(["clusters", index, cluster.id ? "id" : "name"])}: another cluster has the id ${id}.`,
      );
    seen.add(id);
    const tls = toTls(cluster.tls, dirname(file), (field, message, cause) => {
      throw new ConfigError(`${place(["clusters", index, "tls", field])}: ${message}`, { cause });
    });
    return {
      id,
      name: cluster.name,
      brokers: cluster.brokers,
      readOnly: cluster.readOnly,
      tls,
      sasl: cluster.sasl ?? null,
    };
  });
  return { clusters };
}

function fromBrokers(list: string, name: string | undefined): Config {
  const brokers = list
    .split(",")
    .map((broker) => broker.trim())
    .filter((broker) => broker !== "");
  const wrong = brokers.find((broker) => !BrokerAddress.safeParse(broker).success);
  if (brokers.length === 0 || wrong !== undefined) {
    throw new ConfigError(
      `KAFKA_BROKERS: "${wrong ?? list}" is not host:port with a port from 1 to 65535 (several separated by commas).`,
    );
  }
  return {
    clusters: [{ id: slugOf(name ?? "kafka"), name: name ?? "kafka", brokers, readOnly: false, tls: null, sasl: null }],
  };
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`HIGHWATER_CONFIG: cannot read ${path}.`, { cause });
  }
}

/** loadConfig finds the clusters: KAFKA_BROKERS when set, else the YAML file. Throws ConfigError. */
export function loadConfig(env: Env, source: Record<string, string | undefined>): Config {
  if (env.kafkaBrokers !== undefined) return fromBrokers(env.kafkaBrokers, env.kafkaClusterName);
  if (!existsSync(env.configPath)) {
    throw new ConfigError(
      env.configPathGiven
        ? `HIGHWATER_CONFIG: there is no file ${env.configPath}.`
        : "No cluster is configured: set KAFKA_BROKERS=host:port, or write a highwater.yaml.",
    );
  }
  return parseConfig(readConfig(env.configPath), env.configPath, source);
}
