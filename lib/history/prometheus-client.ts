import "server-only";
import { KafkaError } from "../kafka/kafka-error.ts";

/** PromSeries is one series of an answer: its labels, and values `[seconds, text]`. */
export type PromSeries = { metric: Record<string, string>; values: [number, string][] };

type Answer = {
  status?: string;
  error?: string;
  data?: { resultType?: string; result?: (PromSeries & { value?: [number, string] })[] };
};

const timeoutMs = 5000;
const longestReason = 300;

/** PrometheusClient asks a Prometheus over its HTTP API. Every failure is a KafkaError UNREACHABLE that names it, without the credentials of its URL. */
export class PrometheusClient {
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor(address: string) {
    const url = new URL(address);
    const [user, password] = [url.username, url.password].map(decodeURIComponent);
    // fetch refuses a URL with credentials in it.
    const secret = Buffer.from(`${user}:${password}`).toString("base64");
    this.#headers = user || password ? { authorization: `Basic ${secret}` } : {};
    this.#base = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  }

  /** range asks for the points of a query from `from` to `to`, `stepMs` apart. */
  async range(query: string, from: number, to: number, stepMs: number): Promise<PromSeries[]> {
    const times = { start: String(from / 1000), end: String(to / 1000), step: String(stepMs / 1000) };
    return this.#ask("query_range", { query, ...times });
  }

  /** instant asks for the value of a query at one time. */
  async instant(query: string, at: number): Promise<PromSeries[]> {
    const found = await this.#ask("query", { query, time: String(at / 1000) });
    return found.map(({ metric, value }) => ({ metric, values: value ? [value] : [] }));
  }

  async #ask(path: string, form: Record<string, string>) {
    const timeout = `${timeoutMs / 1000}s`;
    const request = { method: "POST", headers: this.#headers, signal: AbortSignal.timeout(timeoutMs) };
    let response: Response;
    let answer: Answer;
    try {
      response = await fetch(`${this.#base}/api/v1/${path}`, {
        ...request,
        body: new URLSearchParams({ ...form, timeout }),
      });
      const text = await response.text();
      answer = asAnswer(text);
    } catch (error) {
      throw this.#failure(reasonOf(error), error);
    }
    if (response.ok && answer.status === "success" && Array.isArray(answer.data?.result)) return answer.data.result;
    throw this.#failure(
      `refused a query: ${(answer.error ?? `it answered ${response.status}`).slice(0, longestReason)}`,
    );
  }

  #failure(reason: string, cause?: unknown): KafkaError {
    return new KafkaError("UNREACHABLE", `Prometheus at ${this.#base} ${reason}.`, { cause });
  }
}

function asAnswer(text: string): Answer {
  try {
    return (JSON.parse(text) as Answer | null) ?? {};
  } catch {
    return {};
  }
}

function reasonOf(error: unknown): string {
  if ((error as Error).name === "TimeoutError") return `did not answer within ${timeoutMs / 1000} s`;
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return `does not answer${code ? ` (${code})` : ""}`;
}
