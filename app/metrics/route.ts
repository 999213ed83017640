import { KafkaError } from "@/lib/kafka/kafka-error.ts";
import { renderMetrics } from "@/lib/services/metrics.ts";
import { runtime } from "@/lib/services/runtime.ts";

const noStore = { "cache-control": "no-store" };

/** GET answers Prometheus with the newest sample of every cluster; 404 unless METRICS is true. */
export async function GET(): Promise<Response> {
  if (!runtime().env.metrics) return new Response("Metrics are off.\n", { status: 404, headers: noStore });
  try {
    const { text, contentType } = await renderMetrics();
    return new Response(text, { headers: { ...noStore, "content-type": contentType } });
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return new Response(`${error.message}\n`, { status: 503, headers: noStore });
  }
}

/** dynamic keeps the answer from being made at build time. */
export const dynamic = "force-dynamic";
