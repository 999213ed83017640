import { KafkaError } from "../kafka/kafka-error.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function refuse(detail: string): never {
  throw new KafkaError("FORBIDDEN_ORIGIN", detail);
}

/** refuseForeignOrigin refuses a state-changing request that a page of another origin sent (by Sec-Fetch-Site, else by Origin against Host), and one that is not JSON, which a form could send. A client that is no browser sends neither header and passes. Throws KafkaError. */
export function refuseForeignOrigin(request: Request): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none")
    refuse("A page of another origin may not change a cluster.");
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host))
    refuse("A page of another origin may not change a cluster.");
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) refuse("A change needs the content type application/json.");
}
