"use client";

import { useTranslations } from "next-intl";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupList } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import type { GroupsFilter } from "./groups-toolbar.tsx";

type NoGroupsProps = {
  clusterId: string;
  list: GroupList | undefined;
  filter: GroupsFilter;
  onSearch: (search: string) => void;
  onClear: () => void;
};

function useFilterWords({ search, state, attention, type, topic }: GroupsFilter): {
  title: "searched" | "filtered";
  words: string[];
} {
  const t = useTranslations("groups");
  const status = useTranslations("status");
  const words = [
    attention ? t("nothing.attention") : null,
    state ? t("nothing.state", { state: status(state) }) : null,
    type ? t("nothing.type", { type: t(`types.${type}`) }) : null,
    topic ? t("nothing.topic", { topic }) : null,
  ].filter((word) => word !== null);
  return { title: search === "" ? "filtered" : "searched", words };
}

/** NoGroups stands for a list without rows: nothing here yet with the next step, or nothing that matches with the closest name. */
export function NoGroups({ clusterId, list, filter, onSearch, onClear }: NoGroupsProps) {
  const t = useTranslations("groups");
  const format = useFormat();
  const { title, words } = useFilterWords(filter);
  const total = list?.totals.groups ?? 0;
  if (total === 0) {
    const action = (
      <LinkButton href={paths.topics(clusterId)} variant="default">
        {t("empty.action")}
      </LinkButton>
    );
    return (
      <EmptyState title={t("empty.title")} action={action}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  const closest = list?.closest ?? null;
  const name = <TextButton onClick={() => onSearch(closest ?? "")}>{closest}</TextButton>;
  const detail = (
    <>
      {words.length > 0 ? <p>{t("nothing.with", { filters: format.list(words) })}</p> : null}
      {closest === null ? null : t.rich("nothing.closest", { name: () => name })}
    </>
  );
  return (
    <NothingMatches
      title={t(`nothing.${title}`, { count: format.exact(total), search: filter.search })}
      detail={detail}
      onClear={onClear}
    />
  );
}
