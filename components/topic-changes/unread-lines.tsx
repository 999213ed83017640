"use client";

import { useTranslations } from "next-intl";
import { bold } from "@/components/configs/bold.tsx";
import { CheckLine } from "@/components/ui/check-line.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { UnreadByGroup } from "@/lib/api/topics.ts";

/** UnreadLines says which groups have not read records that go, and how many; `nobody` when none. */
export function UnreadLines({ unread, nobody }: { unread: readonly UnreadByGroup[]; nobody: string }) {
  const t = useTranslations("changes");
  const format = useFormat();
  if (unread.length === 0) return <CheckLine tone="ok">{nobody}</CheckLine>;
  return unread.map(({ groupId, records }) => (
    <CheckLine key={groupId} tone="crit">
      {records === null
        ? t.rich("unreadUnknown", { ...bold, group: groupId })
        : t.rich("unread", { ...bold, group: groupId, records: format.count(records) })}
    </CheckLine>
  ));
}
