"use client";

import { useTranslations } from "next-intl";
import { ApiError } from "@/lib/api/client.ts";
import { ErrorCode } from "@/lib/api/problem.ts";

/** ProblemWords is an error in a person's language: what happened, the server's own sentence, and what to do next. */
export type ProblemWords = { title: string; detail: string; next: string; requestId: string };

/** useProblem puts errors into words: those of the API by their code, any other as "Highwater failed". */
export function useProblem() {
  const t = useTranslations("errors");
  const titleOf = (code: string): string => {
    const known = ErrorCode.safeParse(code);
    return known.success ? t(`codes.${known.data}.title`) : code;
  };
  const describe = (error: unknown): ProblemWords => {
    if (!(error instanceof ApiError)) return { title: t("codes.INTERNAL.title"), detail: "", next: "", requestId: "" };
    const { code, detail, requestId } = error;
    if (error.status === 0) return { title: t("noAnswer.title"), detail, next: t("noAnswer.next"), requestId };
    return { title: t(`codes.${code}.title`), detail, next: t(`codes.${code}.next`), requestId };
  };
  return { titleOf, describe };
}
