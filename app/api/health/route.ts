/** GET answers as long as the process lives. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}

/** dynamic keeps the answer from being made at build time. */
export const dynamic = "force-dynamic";
