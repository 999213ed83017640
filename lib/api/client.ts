import { Problem, type ErrorCode, type FieldError } from "./problem.ts";

/** ApiError is an error answer of the API: `status`, `code`, `detail`, `requestId`, and `fields` for a refused input. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string;
  readonly fields: FieldError[];

  constructor(problem: Problem) {
    super(problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.fields = problem.errors ?? [];
  }
}

/** Query is what goes into a query string; undefined, null and "" are left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;

function withQuery(path: string, query: Query): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** toError is the ApiError of an answer that is no 2xx. */
export async function toError(response: Response): Promise<ApiError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ApiError(parsed.data);
  const requestId = response.headers.get("x-request-id") ?? "";
  return new ApiError({
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    code: "INTERNAL",
    detail: "",
    requestId,
  });
}

/** noAnswer is the ApiError of a connection that could not be made or broke; an abort by `signal` stays what it is. */
export function noAnswer(cause: unknown, signal: AbortSignal | null | undefined): unknown {
  if (signal?.aborted) return cause;
  return new ApiError({
    type: "about:blank",
    title: "Highwater does not answer",
    status: 0,
    code: "UNREACHABLE",
    detail: "",
    requestId: "",
  });
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw noAnswer(cause, init.signal);
  });
  if (!response.ok) throw await toError(response);
  return (await response.json()) as T;
}

/** apiGet reads `path`; throws ApiError. `maxAgeMs` asks for data at most that old (0: a read newer than the request); without it the server's refresh rate counts. */
export function apiGet<T>(
  path: string,
  query: Query = {},
  options: { signal?: AbortSignal; maxAgeMs?: number } = {},
): Promise<T> {
  const { maxAgeMs, signal } = options;
  const control = maxAgeMs === 0 ? "no-cache" : `max-age=${Math.ceil((maxAgeMs ?? 0) / 1000)}`;
  const headers: Record<string, string> = maxAgeMs === undefined ? {} : { "cache-control": control };
  return send<T>(withQuery(path, query), { headers, signal: signal ?? null });
}

/** apiSend makes a change; `validateOnly` asks what it would do and changes nothing. Throws ApiError. */
export function apiSend<T>(
  method: "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body: unknown,
  options: { validateOnly?: boolean } = {},
): Promise<T> {
  return send<T>(withQuery(path, { validateOnly: options.validateOnly ? true : undefined }), {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
}
