import { ApiError } from "@/lib/api/client.ts";

const PLACE = /^(?:configs|set|delete)\./;

/** refusedSettings gives what a request was refused for, by setting, as the broker says it; empty when the error names no setting. */
export function refusedSettings(error: unknown): Map<string, string> {
  if (!(error instanceof ApiError)) return new Map();
  const named = error.fields.filter(({ path }) => PLACE.test(path));
  return new Map(named.map(({ path, message }) => [path.replace(PLACE, ""), message]));
}

/** isRefusal tells an answer that says no to the input from a failure to answer. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}
