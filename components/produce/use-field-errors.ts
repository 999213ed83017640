"use client";

import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/api/client.ts";
import type { Draft, Fault } from "./draft.ts";
import { findJsonFault } from "./json-text.ts";

function jsonOf(draft: Draft, path: string): string {
  const header = /^records\.0\.headers\.(\d+)/.exec(path);
  if (header) return draft.headers[Number(header[1])]?.value.data ?? "";
  return path.endsWith(".key") ? draft.key.data : draft.value.data;
}

/** useFieldErrors puts what is wrong into words, by the API's path of the field: what the form knows itself, and what the server refused. */
export function useFieldErrors(
  draft: Draft,
  faults: ReadonlyMap<string, Fault>,
  refusal: unknown,
): Map<string, string> {
  const t = useTranslations("produce.faults");
  const words = (path: string, { code, mark }: Fault): string => {
    if (code !== "json") return t(code, { mark: mark ?? "" });
    const { line, column, reason } = findJsonFault(jsonOf(draft, path)) ?? { line: 1, column: 1, reason: "" };
    return t("json", { line, column, reason });
  };
  // What was not typed yet is not wrong.
  const shown = [...faults].filter(([, { code }]) => code !== "empty");
  const refused =
    refusal instanceof ApiError ? refusal.fields.map(({ path, message }): [string, string] => [path, message]) : [];
  return new Map([...refused, ...shown.map(([path, fault]): [string, string] => [path, words(path, fault)])]);
}
