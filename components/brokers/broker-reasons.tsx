"use client";

import { useTranslations } from "next-intl";
import type { Reason } from "@/lib/api/common.ts";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";

const known = ["BROKER_DOWN", "BROKER_NOT_ANSWERING", "LOG_DIR_FAILED", "REPLICAS_OUT_OF_SYNC"] as const;

/** BrokerReasons says why a broker's status is what it is, a note each, and what to do. */
export function BrokerReasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("brokers");
  const format = useFormat();
  return reasons.map(({ code, severity, values }) => {
    const name = known.find((key) => key === code);
    const count = Number(values["replicas"] ?? values["logDirs"] ?? 0);
    const figures = { count, shown: format.count(count) };
    return name ? (
      <Note key={code} tone={severity} title={t(`reasons.${name}.title`, figures)}>
        <p>{t(`reasons.${name}.next`)}</p>
      </Note>
    ) : null;
  });
}
