"use client";

import { useTranslations } from "next-intl";
import type { KeyReading } from "@/lib/api/keys.ts";

/** useReadingName names a reading of a key: "text", "4-byte integer". */
export function useReadingName(): (reading: Pick<KeyReading, "encoding">) => string {
  const t = useTranslations("keys.readings");
  return ({ encoding }) => t(encoding);
}
