"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "./icon.ts";
import { MenuChoice } from "./menu-choice.tsx";
import classes from "./pager.module.css";
import { useFormat } from "./use-format.ts";

const SIZES = [20, 50, 100, 200, 500];

type PagerProps = {
  /** What is paged, for screen readers: "Topics". */
  label: string;
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  onPageSize?: (size: number) => void;
};

function PageSize({ pageSize, onPageSize }: { pageSize: number; onPageSize: (size: number) => void }) {
  const t = useTranslations("common");
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button type="button" className={`hw-plain ${classes.size}`}>
          {t("perPage", { count: pageSize })}
          <IconChevronDown {...ICON} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuChoice
          label={t("rowsPerPage")}
          value={String(pageSize)}
          options={SIZES.map((size) => ({ value: String(size), label: t("perPage", { count: size }) }))}
          onChange={(size) => onPageSize(Number(size))}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Pager is a list's foot: "1–50 of 148", how many a page, back and forth. */
export function Pager({ label, page, pageSize, total, onPage, onPageSize }: PagerProps) {
  const t = useTranslations("common");
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const range = {
    from: format.exact(from),
    to: format.exact(Math.min(total, page * pageSize)),
    total: format.exact(total),
  };
  return (
    <nav className={classes.pager} aria-label={t("pages", { what: label })}>
      <span>{t("range", range)}</span>
      {onPageSize ? <PageSize pageSize={pageSize} onPageSize={onPageSize} /> : null}
      <span className={classes.buttons}>
        <ActionIcon
          variant="default"
          aria-label={t("previousPage")}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <IconChevronLeft {...ICON} />
        </ActionIcon>
        <span>{t("page", { page: format.exact(page), pages: format.exact(pages) })}</span>
        <ActionIcon
          variant="default"
          aria-label={t("nextPage")}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          <IconChevronRight {...ICON} />
        </ActionIcon>
      </span>
    </nav>
  );
}
