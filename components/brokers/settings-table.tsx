"use client";

import { useTranslations } from "next-intl";
import type { Config } from "@/lib/api/configs.ts";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { NothingMatches } from "@/components/ui/empty-state.tsx";
import { settingButtonId } from "./setting-button-id.ts";
import { SettingFlags } from "./setting-flags.tsx";
import { SettingSource } from "./setting-source.tsx";
import { SettingValue } from "./setting-value-cell.tsx";
import classes from "./settings-table.module.css";

type SettingsTableProps = {
  settings: readonly Config[];
  /** The name of the setting that is open. */
  open: string | null;
  search: string;
  onOpen: (name: string | null) => void;
  onClear: () => void;
};

function useColumns({ open, onOpen }: SettingsTableProps): Column<Config>[] {
  const t = useTranslations("brokers");
  return [
    {
      id: "name",
      header: t("settings.setting"),
      render: ({ name }) => (
        <button
          type="button"
          id={settingButtonId(name)}
          className={`hw-plain ${classes.name}`}
          aria-expanded={name === open}
          onClick={() => onOpen(name === open ? null : name)}
        >
          <code>{name}</code>
        </button>
      ),
    },
    { id: "value", header: t("settings.value"), render: (setting) => <SettingValue setting={setting} /> },
    { id: "source", header: t("settings.setBy"), render: ({ source }) => <SettingSource source={source} /> },
    {
      id: "flags",
      header: t("settings.flags"),
      hideBelow: 760,
      render: (setting) => <SettingFlags setting={setting} />,
    },
  ];
}

/** SettingsTable is a broker's settings, a row each; a name opens its documentation. */
export function SettingsTable(props: SettingsTableProps) {
  const t = useTranslations("brokers");
  const { settings, open, search, onClear } = props;
  const columns = useColumns(props);
  return (
    <DataTable
      dense
      label={t("tabs.configs")}
      columns={columns}
      rows={settings}
      getRowId={({ name }) => name}
      rowTone={({ name }) => (name === open ? "marked" : undefined)}
      empty={
        <NothingMatches
          title={search === "" ? t("settings.noneSet") : t("settings.noneMatches", { search })}
          onClear={onClear}
        />
      }
    />
  );
}
