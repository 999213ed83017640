import { listClusters } from "@/lib/services/clusters.ts";

/** GET answers 200 once at least one configured cluster answers, else 503. */
export async function GET(): Promise<Response> {
  const { items } = await listClusters();
  const clusters = items.map(({ clusterId, status }) => ({ clusterId, status }));
  const ready = clusters.some(({ status }) => status !== "offline");
  return Response.json(
    { status: ready ? "ready" : "not ready", clusters },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

/** dynamic keeps the answer from being made at build time. */
export const dynamic = "force-dynamic";
