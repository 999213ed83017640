"use client";

import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp, IconChevronRight, IconPencil, IconRestore } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { Tag } from "@/components/ui/tag.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import { SettingControl } from "./setting-control.tsx";
import { SettingDetails } from "./setting-details.tsx";
import type { SettingRow } from "./setting-rows.ts";
import { SettingValue, useSettingText } from "./setting-value.tsx";
import type { SettingActions } from "./settings-table.tsx";
import classes from "./settings-table.module.css";
import { SourceTag } from "./source-tag.tsx";
import { useSettingLanguage } from "./use-setting-language.ts";

type RowProps = {
  row: SettingRow;
  open: boolean;
  editing: boolean;
  editable: boolean;
  actions: SettingActions;
  setBy: ReactNode;
  onEditing: (on: boolean) => void;
};

function isLocked({ config }: SettingRow): boolean {
  return config.readOnly || config.sensitive;
}

function Name({
  row,
  open,
  detailsId,
  onOpen,
}: {
  row: SettingRow;
  open: boolean;
  detailsId: string;
  onOpen: (name: string | null) => void;
}) {
  const words = useSettingLanguage();
  const { setting } = row;
  return (
    <button
      type="button"
      className={`hw-plain ${classes.name}`}
      aria-expanded={open}
      aria-controls={open ? detailsId : undefined}
      onClick={() => onOpen(open ? null : setting.name)}
    >
      <IconChevronRight {...ICON} size={14} className={classes.chevron} />
      <span className={classes.names}>
        <span className={setting.named ? classes.human : "hw-mono"}>{words.nameOf(setting)}</span>
        {setting.named ? <span className={`hw-mono ${classes.key}`}>{setting.name}</span> : null}
      </span>
    </button>
  );
}

function Before({ row }: { row: SettingRow }) {
  const t = useTranslations("configs");
  const textOf = useSettingText();
  const { value } = row.config;
  if (row.edit === null || value === null || value === "") return null;
  return (
    <del className={classes.before}>
      <span className="hw-hidden">{t("was")} </span>
      {textOf(row.setting, value).text}
    </del>
  );
}

function Value(props: RowProps & { messageId: string }) {
  const t = useTranslations("configs");
  const words = useSettingLanguage();
  const { row, editing, actions, messageId } = props;
  const { config, setting } = row;
  if (config.sensitive) return <span className={classes.hidden}>{t("hidden")}</span>;
  if (row.edit !== "set" && !editing) return <SettingValue setting={setting} raw={row.value} />;
  return (
    <SettingControl
      setting={setting}
      value={row.value ?? ""}
      label={words.nameOf(setting)}
      invalid={row.error !== undefined}
      describedBy={messageId}
      focusOnMount={editing}
      className={classes.control}
      onChange={(value) => actions.onEdit(config.name, value)}
      onBlur={() => props.onEditing(false)}
    />
  );
}

function Icon({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon aria-label={label} data-tip={label} size={28} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

function Actions({ row, editing, editable, actions, onEditing }: RowProps) {
  const t = useTranslations("configs");
  const words = useSettingLanguage();
  const textOf = useSettingText();
  const { config, setting } = row;
  const name = words.nameOf(setting);
  if (!editable || isLocked(row)) return null;
  if (row.edit !== null) {
    return (
      <Icon label={t("undo", { name })} onClick={() => actions.onUndo(config.name)}>
        <IconArrowBackUp {...ICON} />
      </Icon>
    );
  }
  const fallback = config.defaultValue ? textOf(setting, config.defaultValue).text : t("details.none");
  return (
    <>
      {config.source === "topic" ? (
        <Icon label={t("reset", { name, value: fallback })} onClick={() => actions.onEdit(config.name, null)}>
          <IconRestore {...ICON} />
        </Icon>
      ) : null}
      {editing ? null : (
        <Icon label={t("edit", { name })} onClick={() => onEditing(true)}>
          <IconPencil {...ICON} />
        </Icon>
      )}
    </>
  );
}

function Default({ row }: { row: SettingRow }) {
  const textOf = useSettingText();
  const { defaultValue } = row.config;
  return defaultValue ? textOf(row.setting, defaultValue).text : <NoValue />;
}

function SetBy({ row, setBy }: RowProps) {
  const t = useTranslations("configs");
  const { readOnly, sensitive, source } = row.config;
  const mark = sensitive ? "sensitive" : readOnly ? "readOnly" : null;
  return (
    <span className={classes.tags}>
      {setBy ??
        (row.edit ? (
          <Tag tone="accent">{t(row.edit === "set" ? "changed" : "resetDone")}</Tag>
        ) : (
          <SourceTag source={source} />
        ))}
      {mark ? <Tag tip={t(`${mark}Tip`)}>{t(mark)}</Tag> : null}
    </span>
  );
}

function Messages({ row, id, actions }: { row: SettingRow; id: string; actions: SettingActions }) {
  const t = useTranslations("configs");
  const textOf = useSettingText();
  const textOrNone = (value: string | null) => (value ? textOf(row.setting, value).text : t("details.none"));
  return (
    <div id={id} className={classes.messages}>
      {row.error ? <p className={classes.error}>{row.error}</p> : null}
      {row.meanwhile ? (
        <p className={classes.meanwhile}>
          {t("meanwhile", { before: textOrNone(row.meanwhile.value), now: textOrNone(row.config.value) })}{" "}
          <button
            type="button"
            className={`hw-plain ${classes.keep}`}
            onClick={() => actions.onKeep?.(row.config.name)}
          >
            {t("keepMine")}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** SettingsTableRow is one setting, and when open what the broker says of it. */
export function SettingsTableRow(props: RowProps) {
  const { row, open, actions } = props;
  const [detailsId, messageId] = [useId(), useId()];
  const hasMessage = row.error !== undefined || row.meanwhile !== null;
  return (
    <>
      <tr
        className={classes.row}
        data-changed={row.edit !== null || undefined}
        data-open={open || hasMessage || undefined}
      >
        <th scope="row">
          <Name row={row} open={open} detailsId={detailsId} onOpen={actions.onOpen} />
        </th>
        <td className={classes.value}>
          <span className={classes.valueLine}>
            <Before row={row} />
            <Value {...props} messageId={messageId} />
          </span>
        </td>
        <td className={classes.default}>
          <Default row={row} />
        </td>
        <td className={classes.setBy}>
          <SetBy {...props} />
        </td>
        <td className={classes.actions}>
          <Actions {...props} />
        </td>
      </tr>
      {hasMessage ? (
        <tr className={classes.under} data-changed={row.edit !== null || undefined} data-open={open || undefined}>
          <td colSpan={5}>
            <Messages row={row} id={messageId} actions={actions} />
          </td>
        </tr>
      ) : null}
      {open ? (
        <tr className={classes.under} data-changed={row.edit !== null || undefined}>
          <td colSpan={5} id={detailsId}>
            <SettingDetails config={row.config} setting={row.setting} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
