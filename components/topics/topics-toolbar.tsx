"use client";

import { useTranslations } from "next-intl";
import type { TopicsSearch } from "@/app/clusters/[clusterId]/topics/search-params.ts";
import type { TopicTotals } from "@/lib/api/topics.ts";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip.tsx";
import { QuickViews } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import type { TableLook } from "./table-look.ts";
import { TableOptions } from "./table-options.tsx";
import { topicColumnIds } from "./topic-columns.tsx";
import { inView, type SetTopicsSearch, type TopicView, topicViews, viewOf } from "./topics-search.ts";
import classes from "./topics.module.css";

type ToolbarProps = {
  search: TopicsSearch;
  onSearch: SetTopicsSearch;
  totals: TopicTotals | undefined;
  look: TableLook;
  onLook: (look: TableLook) => void;
};

function countOf(view: TopicView, totals: TopicTotals, internal: boolean): number | null {
  if (view === "all") return internal ? totals.topics : totals.topics - totals.internal;
  return totals[view];
}

function Filters({ search, onSearch }: Pick<ToolbarProps, "search" | "onSearch">) {
  const t = useTranslations("topics.filters");
  const { internal, underReplicated } = search;
  const options = [
    ...(underReplicated ? [] : [{ value: "underReplicated", label: t("underReplicated") }]),
    ...(internal ? [{ value: "internal", label: t("hideInternal") }] : []),
  ];
  return (
    <>
      {underReplicated ? (
        <FilterChip
          name={t("replicas")}
          value={t("notInSync")}
          onRemove={() => onSearch({ underReplicated: null, page: null })}
        />
      ) : null}
      {internal ? null : (
        <FilterChip
          name={t("internal")}
          value={t("hidden")}
          onRemove={() => onSearch({ internal: true, page: null })}
        />
      )}
      <FilterMenu
        options={options}
        onSelect={(value) =>
          onSearch(value === "internal" ? { internal: null, page: null } : { underReplicated: true, page: null })
        }
      />
    </>
  );
}

/** TopicsToolbar is the line over the topic list: search, quick views, filters, columns. */
export function TopicsToolbar({ search, onSearch, totals, look, onLook }: ToolbarProps) {
  const t = useTranslations("topics");
  const views = topicViews.map((view) => ({
    value: view,
    label: t(`views.${view}`),
    ...(totals ? { count: countOf(view, totals, search.internal) } : {}),
  }));
  const columns = topicColumnIds.map((id) => ({ id, label: t(`columns.${id}`) }));
  return (
    <Toolbar aside={<TableOptions columns={columns} look={look} onLook={onLook} />}>
      <div className={classes.search} data-tip={t("searchTip")}>
        <SearchInput
          label={t("search")}
          placeholder={t("searchHint")}
          value={search.search}
          onChange={(value) => onSearch({ search: value, page: null }, { history: "replace" })}
        />
      </div>
      <QuickViews
        label={t("viewsLabel")}
        value={viewOf(search)}
        options={views}
        onChange={(view) => onSearch(inView(view))}
      />
      <Filters search={search} onSearch={onSearch} />
    </Toolbar>
  );
}
