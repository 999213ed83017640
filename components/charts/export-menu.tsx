"use client";

import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { ICON } from "@/components/ui/icon.ts";
import { chartPng } from "./chart-png.ts";
import { type CsvColumn, csvOf } from "./csv.ts";
import { saveFile } from "./save-file.ts";

type ExportMenuProps = {
  title: string;
  /** The file's name without its ending. */
  file: string;
  columns: () => CsvColumn[];
  /** Holds the charts to draw. */
  charts: RefObject<HTMLElement | null>;
};

/** ExportMenu saves the charts of a card as CSV or as a picture. */
export function ExportMenu({ title, file, columns, charts }: ExportMenuProps) {
  const t = useTranslations("charts");
  const saveCsv = () => saveFile(`${file}.csv`, new Blob([csvOf(columns())], { type: "text/csv;charset=utf-8" }));
  const savePng = async () => {
    const picture = charts.current && (await chartPng(charts.current, title));
    if (picture) saveFile(`${file}.png`, picture);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          leftSection={<IconDownload {...ICON} size={14} />}
          aria-label={t("exportOf", { title })}
        >
          {t("export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={saveCsv}>{t("csv")}</Menu.Item>
        <Menu.Item onClick={savePng}>{t("png")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
