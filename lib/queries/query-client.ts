import { isServer, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/client.ts";

const MOST_RETRIES = 2;

/** retryable tells whether trying again may help: not when the request itself was refused (4xx). */
export function retryable(failures: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return failures < MOST_RETRIES;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the server prefetched is not read a second time by the browser's first render.
      queries: { staleTime: 2_000, retry: retryable, retryDelay: 1_000 },
      mutations: { retry: false },
    },
  });
}

let browserClient: QueryClient | undefined;

/** getQueryClient is a new client for each request on the server, and one for the life of the page in the browser. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}
