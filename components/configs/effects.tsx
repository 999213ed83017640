"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConfigEffect } from "@/lib/api/configs.ts";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { Note } from "@/components/ui/note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { bold } from "./bold.tsx";

const DELETES = new Set<ConfigEffect["code"]>(["DELETES_OLDER_THAN", "DELETES_OVER_SIZE", "DELETES_BY_NEW_POLICY"]);

function DeletesNote({ effect }: { effect: ConfigEffect }) {
  const t = useTranslations("configs.effects");
  const format = useFormat();
  const { limit = 0, records = 0, keptRecords = 0, bytes, keptBytes } = effect.values;
  const title = bytes === undefined ? t("deletesTitleUnknown") : t("deletesTitle", { bytes: format.bytes(bytes) });
  const stay = { records: format.count(keptRecords), bytes: format.bytes(keptBytes ?? 0) };
  const kept = keptBytes === undefined ? t("keptRecords", stay) : t("kept", stay);
  const shown = effect.code === "DELETES_OVER_SIZE" ? format.binaryBytes(limit) : format.duration(limit);
  return (
    <Note tone="crit" title={title}>
      <p>{t(effect.code, { records: format.count(records), limit: shown, kept })}</p>
    </Note>
  );
}

function LossNote({ effect }: { effect: ConfigEffect }) {
  const t = useTranslations("configs.effects");
  if (DELETES.has(effect.code)) return <DeletesNote effect={effect} />;
  return (
    <Note tone="crit" title={t("compactionTitle")}>
      <p>{t("COMPACTION_DROPS_OLD_VALUES")}</p>
    </Note>
  );
}

function useLine() {
  const t = useTranslations("configs.effects");
  const format = useFormat();
  return ({ code, values }: ConfigEffect): ReactNode => {
    if (code === "GROUP_LOSES_UNREAD") {
      const { group = "", records } = values;
      if (records === undefined) return t.rich("groupUnknown", { ...bold, group });
      return t.rich(code, { ...bold, group, records: format.count(records) });
    }
    if (code === "KEEPS_LONGER") {
      const { retentionMs = "-1" } = values;
      return BigInt(retentionMs) < 0n ? t("keepsForever") : t(code, { retention: format.duration(retentionMs) });
    }
    if (code === "SMALLER_BATCHES") return t(code, { bytes: format.binaryBytes(values["bytes"] ?? 0) });
    return t(code, values);
  };
}

/** LossNotes says in red what a change deletes for good. */
export function LossNotes({ effects }: { effects: readonly ConfigEffect[] }) {
  const lost = effects.filter(({ code }) => DELETES.has(code) || code === "COMPACTION_DROPS_OLD_VALUES");
  return lost.map((effect) => <LossNote key={effect.code} effect={effect} />);
}

/** EffectLines says what else a change does: to readers, to writers, to what must be up. */
export function EffectLines({ effects }: { effects: readonly ConfigEffect[] }) {
  const lineOf = useLine();
  const others = effects.filter(({ code }) => !DELETES.has(code) && code !== "COMPACTION_DROPS_OLD_VALUES");
  return others.map((effect) => (
    <CheckLine key={`${effect.code} ${effect.values["group"] ?? ""}`} tone={effect.severity}>
      {lineOf(effect)}
    </CheckLine>
  ));
}
