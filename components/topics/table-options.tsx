"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconBaselineDensitySmall, IconColumns3 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "@/components/ui/icon.ts";
import type { TableLook } from "./table-look.ts";

type TableOptionsProps = {
  columns: readonly { id: string; label: string }[];
  look: TableLook;
  onLook: (look: TableLook) => void;
};

/** TableOptions are the two small buttons over a table: which columns it shows, and how close its rows stand. */
export function TableOptions({ columns, look, onLook }: TableOptionsProps) {
  const t = useTranslations("topics.options");
  const show = (id: string, shown: boolean) =>
    onLook({ ...look, hidden: shown ? look.hidden.filter((hidden) => hidden !== id) : [...look.hidden, id] });
  return (
    <>
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <ActionIcon aria-label={t("columns")} data-tip={t("columns")}>
            <IconColumns3 {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("columns")}</Menu.Label>
          {columns.map(({ id, label }) => (
            <Menu.CheckboxItem key={id} checked={!look.hidden.includes(id)} onChange={(shown) => show(id, shown)}>
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant={look.dense ? "default" : "subtle"}
        aria-label={t("dense")}
        aria-pressed={look.dense}
        data-tip={t("dense")}
        onClick={() => onLook({ ...look, dense: !look.dense })}
      >
        <IconBaselineDensitySmall {...ICON} />
      </ActionIcon>
    </>
  );
}
