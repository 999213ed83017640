"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useState } from "react";
import { groupRows, type SettingRow } from "./setting-rows.ts";
import { SettingsTableRow } from "./settings-table-row.tsx";
import classes from "./settings-table.module.css";

/** SettingActions is what can be done to a setting: null edits mean its default. */
export type SettingActions = {
  onEdit: (name: string, value: string | null) => void;
  onUndo: (name: string) => void;
  onOpen: (name: string | null) => void;
  /** Takes what someone else set as what the edit begins from. */
  onKeep?: (name: string) => void;
};

type SettingsTableProps = {
  label: string;
  rows: readonly SettingRow[];
  /** The setting whose details are open. */
  open: string | null;
  /** Absent: nothing can be changed here. */
  actions: SettingActions;
  editable: boolean;
  /** Who set the value that is shown; default: the setting's source. */
  setBy?: (row: SettingRow) => ReactNode;
  empty?: ReactNode;
  bare?: boolean;
};

/** SettingsTable is settings by purpose: human name over key, value in words and raw, who set it; edited in place, explained on demand. */
export function SettingsTable({ label, rows, open, actions, editable, setBy, empty, bare }: SettingsTableProps) {
  const t = useTranslations("configs");
  const [editing, setEditing] = useState<string | null>(null);
  if (rows.length === 0 && empty)
    return (
      <div className={classes.frame} data-bare={bare || undefined}>
        {empty}
      </div>
    );
  return (
    <div className={classes.frame} data-bare={bare || undefined}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t("columns.setting")}</th>
            <th scope="col" className={classes.valueHead}>
              {t("columns.value")}
            </th>
            <th scope="col" className={classes.default}>
              {t("columns.default")}
            </th>
            <th scope="col">{t("columns.setBy")}</th>
            <th scope="col">
              <span className="hw-hidden">{t("columns.actions")}</span>
            </th>
          </tr>
        </thead>
        {groupRows(rows).map(({ group, rows: members }) => (
          <tbody key={group}>
            <tr className={classes.section}>
              <th scope="rowgroup" colSpan={5}>
                {t(`groups.${group}`)}
              </th>
            </tr>
            {members.map((row) => (
              <Fragment key={row.config.name}>
                <SettingsTableRow
                  row={row}
                  open={open === row.config.name}
                  editing={editing === row.config.name}
                  editable={editable}
                  actions={actions}
                  setBy={setBy?.(row)}
                  onEditing={(on) => setEditing(on ? row.config.name : null)}
                />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
