import { KafkaError } from "./kafka-error.ts";
import { errorCodeOf } from "./protocol-error.ts";

type Link = Error & {
  code?: unknown;
  apiId?: unknown;
  type?: unknown;
  errors?: unknown;
  cause?: unknown;
  serverErrorMessage?: unknown;
};

const timeouts = new Set(["KafkaJSRequestTimeoutError", "KafkaJSLockTimeout", "PLT_KFK_TIMEOUT"]);
const authentication = new Set(["KafkaJSSASLAuthenticationError", "PLT_KFK_AUTHENTICATION"]);
const network = new Set([
  "KafkaJSConnectionError",
  "KafkaJSConnectionClosedError",
  "KafkaJSBrokerNotFound",
  "KafkaJSNumberOfRetriesExceeded",
  "PLT_KFK_NETWORK",
  "PLT_KFK_MULTIPLE",
]);

// The reason lies deep: both clients wrap errors in errors (`cause`, `errors`), authentication two levels down in plt.
function chainOf(error: unknown, depth = 0): Link[] {
  if (!(error instanceof Error) || depth > 6) return [];
  const link = error as Link;
  const nested = [...(Array.isArray(link.errors) ? link.errors : []), link.cause];
  return [link, ...nested.flatMap((inner) => chainOf(inner, depth + 1))];
}

function is(chain: Link[], names: Set<string>): Link | undefined {
  return chain.find((link) => names.has(link.name) || (typeof link.code === "string" && names.has(link.code)));
}

function protocolLink(chain: Link[]): { kafkaCode: string; message: string | null } | null {
  for (const link of chain) {
    const word = typeof link.apiId === "string" ? link.apiId : typeof link.type === "string" ? link.type : null;
    if (word !== null)
      return { kafkaCode: word, message: typeof link.serverErrorMessage === "string" ? link.serverErrorMessage : null };
  }
  return null;
}

/** toKafkaError turns any error of kafkajs or @platformatic/kafka into a KafkaError, by walking its causes; `what` names what did not answer ("broker 2"). */
export function toKafkaError(error: unknown, what: string): KafkaError {
  if (error instanceof KafkaError) return error;
  const chain = chainOf(error);
  const refused = is(chain, authentication);
  if (refused)
    return new KafkaError("UNAUTHENTICATED", `${what} refused the credentials: ${refused.message}`, { cause: error });
  const protocol = protocolLink(chain);
  if (protocol) {
    const code = errorCodeOf(protocol.kafkaCode);
    return new KafkaError(code, protocol.message ?? `${what}: ${protocol.kafkaCode}`, {
      cause: error,
      kafkaCode: protocol.kafkaCode,
      brokerMessage: protocol.message,
    });
  }
  const late = is(chain, timeouts) ?? chain.find((link) => /^request timed out/i.test(link.message));
  if (late) return new KafkaError("TIMEOUT", `${what} did not answer in time.`, { cause: error });
  const tls = chain.find((link) => /certificate|ssl\/tls alert|secure TLS/i.test(link.message));
  if (tls) return new KafkaError("UNREACHABLE", `${what}: ${tls.message}`, { cause: error });
  if (is(chain, network))
    return new KafkaError("UNREACHABLE", `${what} cannot be reached: ${chain.at(-1)?.message}`, { cause: error });
  return new KafkaError("INTERNAL", `${what}: ${chain[0]?.message ?? String(error)}`, { cause: error });
}
