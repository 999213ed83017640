"use client";

import { ActionIcon, Checkbox, Menu, Popover } from "@mantine/core";
import { IconColumns3, IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { TextButton } from "@/components/ui/text-link.tsx";
import { messagesPath } from "@/lib/queries/messages.ts";
import { leavesOf, pathText } from "./json-path.ts";
import { jsonOf } from "./json-value.ts";
import { useMessages } from "./messages-context.tsx";
import { baseColumns, sortColumns } from "./messages-search.ts";
import classes from "./table-tools.module.css";

const SAMPLE = 100;
const MOST_FIELDS = 80;

function useSeenFields(): string[] {
  const { scan, url } = useMessages();
  const fields = new Set(url.columns.filter((id) => id.startsWith("value.") || id.startsWith("value[")));
  for (const { value } of scan.state.records.slice(0, SAMPLE)) {
    const json = jsonOf(value);
    if (json !== undefined) for (const { path } of leavesOf(json, MOST_FIELDS)) fields.add(pathText(path));
    if (fields.size > MOST_FIELDS) break;
  }
  fields.delete("value");
  return [...fields];
}

function ColumnList() {
  const t = useTranslations("messages.columns");
  const { url, change } = useMessages();
  const fields = useSeenFields();
  const toggle = (id: string) => {
    const on = url.columns.includes(id) ? url.columns.filter((other) => other !== id) : [...url.columns, id];
    change({ columns: on.length === 0 ? null : sortColumns(on) }, "replace");
  };
  const box = (id: string, label: string) => (
    <Checkbox key={id} label={label} checked={url.columns.includes(id)} onChange={() => toggle(id)} />
  );
  return (
    <div className={classes.columns}>
      {baseColumns.map((id) => box(id, t(id)))}
      {fields.length > 0 ? <p className={classes.heading}>{t("fields")}</p> : null}
      {fields.map((id) => box(id, id.replace(/^value\.?/, "")))}
      <TextButton onClick={() => change({ columns: null }, "replace")}>{t("reset")}</TextButton>
    </div>
  );
}

/** ColumnsButton chooses the columns, also fields that were seen in the records. */
export function ColumnsButton() {
  const t = useTranslations("messages.columns");
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon aria-label={t("label")} data-tip={t("label")} onClick={() => setOpened(!opened)}>
          <IconColumns3 {...ICON} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("label")}>
        <ColumnList />
      </Popover.Dropdown>
    </Popover>
  );
}

/** ExportButton downloads all that the scan matches, not only what is loaded. */
export function ExportButton() {
  const t = useTranslations("messages.export");
  const { name, search } = useMessages();
  const hrefOf = (format: "ndjson" | "csv") =>
    messagesPath(name.clusterId, name.topic, {
      ...search,
      ...(search.start === undefined && { start: "oldest" }),
      ...(search.end === "never" && { end: "now" }),
      limit: "0",
      format,
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("label")} data-tip={t("label")}>
          <IconDownload {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("all")}</Menu.Label>
        <Menu.Item component="a" href={hrefOf("ndjson")} download>
          NDJSON
        </Menu.Item>
        <Menu.Item component="a" href={hrefOf("csv")} download>
          CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
