"use client";

import { useTranslations } from "next-intl";
import type { DuplicatesTotals } from "@/lib/api/duplicates.ts";
import { Note } from "@/components/ui/note.tsx";
import type { Tone } from "@/components/ui/status-list.ts";
import { useFormat } from "@/components/ui/use-format.ts";

function toneOf({ records, duplicates, complete, withoutSequence }: DuplicatesTotals): Tone {
  if (duplicates > 0) return "warn";
  return records === withoutSequence || !complete ? "unknown" : "ok";
}

/** DuplicatesVerdict says in one sentence how many records are there more than once, and under what conditions that is so. */
export function DuplicatesVerdict({ totals }: { totals: DuplicatesTotals }) {
  const t = useTranslations("compare.duplicates.verdict");
  const format = useFormat();
  const { records, duplicates, groups, withoutSequence, window } = totals;
  const looked = records - withoutSequence;
  const title = () => {
    if (records === 0) return t("empty");
    if (looked === 0) return t("noSequence");
    if (duplicates === 0) return t("none", { records: format.count(looked) });
    const share = format.share(duplicates / looked);
    return t("some", { duplicates: format.count(duplicates), records: format.count(looked), share });
  };
  return (
    <Note tone={toneOf(totals)} title={title()}>
      {groups > 0 ? <p>{t("groups", { count: groups, shown: format.count(groups) })}</p> : null}
      {withoutSequence > 0 && looked > 0 ? (
        <p>{t("without", { count: withoutSequence, shown: format.count(withoutSequence) })}</p>
      ) : null}
      {looked > window ? <p>{t("window", { window: format.count(window) })}</p> : null}
    </Note>
  );
}
