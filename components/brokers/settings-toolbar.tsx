"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { QuickViews } from "@/components/ui/quick-views.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { brokerConfigsQuery } from "@/lib/queries/brokers.ts";
import { otherViewQuery } from "./settings-views.ts";

type View = "all" | "set";

type SettingsToolbarProps = {
  clusterId: string;
  brokerId: number;
  search: string;
  /** Only settings that are not the default are in view. */
  overridden: boolean;
  /** How many are in view, over all pages; undefined while that is not known. */
  total: number | undefined;
  onChange: (change: { search?: string | null; overridden?: boolean | null }) => void;
};

function useOtherTotal({ clusterId, brokerId, search, overridden }: SettingsToolbarProps): number | null {
  const query = otherViewQuery({ search, overridden });
  const { data } = useQuery({ ...brokerConfigsQuery(clusterId, brokerId, query), ...useLiveOptions() });
  return data?.total ?? null;
}

/** SettingsToolbar searches a broker's settings by name and value, and narrows them to those that someone set. */
export function SettingsToolbar(props: SettingsToolbarProps) {
  const t = useTranslations("brokers");
  const other = useOtherTotal(props);
  const { search, overridden, total, onChange } = props;
  const [all, set] = overridden ? [other, total] : [total, other];
  const options = [
    { value: "all" as const, label: t("settings.all"), count: all ?? null },
    { value: "set" as const, label: t("settings.set"), count: set ?? null },
  ];
  return (
    <Toolbar>
      <SearchInput label={t("settings.search")} value={search} onChange={(text) => onChange({ search: text })} />
      <QuickViews<View>
        label={t("settings.views")}
        value={overridden ? "set" : "all"}
        options={options}
        onChange={(view) => onChange({ overridden: view === "set" ? true : null })}
      />
    </Toolbar>
  );
}
