import { isIP } from "node:net";
import type { BaseOptions } from "@platformatic/kafka";
import type { KafkaConfig, SASLOptions } from "kafkajs";
import type { ClusterConfig } from "../config.ts";

/** connectTimeoutMs and requestTimeoutMs keep a dead broker from holding a page: known dead in under 3 s. */
export const connectTimeoutMs = 1000;
export const requestTimeoutMs = 2000;

/** changeTimeoutMs is how long a change may take: a client that gives up early would report a change that was made as failed. */
export const changeTimeoutMs = 15_000;

const clientId = "highwater";

/** kafkaJsOptions makes kafkajs's options of a cluster: fail fast, no log of its own. */
export function kafkaJsOptions(config: ClusterConfig, requestTimeout: number): KafkaConfig {
  const sasl = config.sasl && { ...config.sasl, mechanism: config.sasl.mechanism.toLowerCase() };
  return {
    clientId,
    brokers: config.brokers,
    connectionTimeout: connectTimeoutMs,
    authenticationTimeout: requestTimeoutMs,
    requestTimeout,
    retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 300 },
    logCreator: () => () => undefined,
    ...(config.tls && { ssl: config.tls }),
    ...(sasl && { sasl: sasl as SASLOptions }),
  };
}

// A TLS server name is a name, never an address (RFC 6066); without one a broker behind a shared address is not found.
function areNamed(brokers: string[]): boolean {
  return brokers.some((broker) => isIP(broker.slice(0, broker.lastIndexOf(":")).replaceAll(/[[\]]/g, "")) === 0);
}

/** platformaticOptions makes @platformatic/kafka's connection options of a cluster. */
export function platformaticOptions(
  config: ClusterConfig,
  requestTimeout: number,
): Pick<BaseOptions, "connectTimeout" | "requestTimeout" | "tls" | "tlsServerName" | "sasl"> {
  return {
    connectTimeout: connectTimeoutMs,
    requestTimeout,
    ...(config.tls && { tls: config.tls, tlsServerName: config.tls.servername ?? areNamed(config.brokers) }),
    ...(config.sasl && { sasl: config.sasl }),
  };
}

/** clientName is what both clients call themselves to brokers. */
export const clientName = clientId;
