"use client";

import { useTranslations } from "next-intl";
import { FilterChip, FilterMenu, type FilterOption } from "@/components/ui/filter-chip.tsx";
import { QuickViews } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { type GroupList, GroupType } from "@/lib/api/groups.ts";
import { filterOf, type GroupFilter, type GroupViewName, statesToOffer, viewOf } from "./group-views.ts";

/** GroupsFilter is what searches and filters the group list. */
export type GroupsFilter = GroupFilter & { search: string; type: GroupType | null; topic: string | null };

type ToolbarProps = {
  list: GroupList | undefined;
  filter: GroupsFilter;
  onFilter: (change: Partial<GroupsFilter>) => void;
};

const TOPICS_OFFERED = 12;

function Views({ list, filter, onFilter }: ToolbarProps) {
  const t = useTranslations("groups");
  const status = useTranslations("status");
  const totals = list?.totals;
  const states = statesToOffer(totals, filter.state);
  const options: { value: GroupViewName; label: string; count?: number | null }[] = [
    { value: "all", label: t("views.all"), count: totals?.groups ?? null },
    { value: "attention", label: t("views.attention") },
    ...states.map((state) => ({ value: state, label: status(state), count: totals?.byState[state] ?? 0 })),
  ];
  return (
    <QuickViews
      label={t("views.label")}
      value={viewOf(filter)}
      options={options}
      onChange={(view) => onFilter(filterOf(view))}
    />
  );
}

function useFilterOptions({ list, filter }: ToolbarProps): FilterOption[] {
  const t = useTranslations("groups");
  const format = useFormat();
  const types = GroupType.options.filter((type) => (list?.totals.byType[type] ?? 0) > 0);
  const topics = [...new Set(list?.items.flatMap((group) => group.topics))].toSorted().slice(0, TOPICS_OFFERED);
  const ofType = types.map((type) => ({
    value: `type ${type}`,
    label: `${t(`types.${type}`)} · ${format.exact(list?.totals.byType[type] ?? 0)}`,
    group: t("columns.type"),
  }));
  const ofTopic = topics.map((topic) => ({ value: `topic ${topic}`, label: topic, group: t("filters.topic") }));
  return [...(filter.type ? [] : ofType), ...(filter.topic ? [] : ofTopic)];
}

function toChange(option: string): Partial<GroupsFilter> {
  const [kind, value] = [option.slice(0, option.indexOf(" ")), option.slice(option.indexOf(" ") + 1)];
  return kind === "topic" ? { topic: value } : { type: GroupType.parse(value) };
}

/** GroupsToolbar searches and filters the group list: by name, state, type, topic, and whether a group needs attention. */
export function GroupsToolbar(props: ToolbarProps) {
  const { list, filter, onFilter } = props;
  const t = useTranslations("groups");
  const status = useTranslations("status");
  const format = useFormat();
  const label = list
    ? t("searchCount", { count: list.totals.groups, shown: format.exact(list.totals.groups) })
    : t("search");
  const options = useFilterOptions(props);
  return (
    <Toolbar>
      <SearchInput label={label} value={filter.search} onChange={(search) => onFilter({ search })} />
      <Views {...props} />
      {filter.attention && filter.state ? (
        <FilterChip name={t("columns.state")} value={status(filter.state)} onRemove={() => onFilter({ state: null })} />
      ) : null}
      {filter.type ? (
        <FilterChip
          name={t("columns.type")}
          value={t(`types.${filter.type}`)}
          onRemove={() => onFilter({ type: null })}
        />
      ) : null}
      {filter.topic ? (
        <FilterChip name={t("filters.topic")} value={filter.topic} onRemove={() => onFilter({ topic: null })} />
      ) : null}
      <FilterMenu options={options} onSelect={(option) => onFilter(toChange(option))} />
    </Toolbar>
  );
}
