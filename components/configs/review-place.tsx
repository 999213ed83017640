"use client";

import { CloseButton, Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import classes from "./review-place.module.css";

type ReviewPlaceProps = { opened: boolean; title: string; onClose: () => void; table: ReactNode; children: ReactNode };

function Panel({ title, onClose, children }: Pick<ReviewPlaceProps, "title" | "onClose" | "children">) {
  const t = useTranslations();
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id}>{title}</h2>
        <span className={classes.subtitle}>{t("configs.review.subtitle")}</span>
        <CloseButton size="sm" aria-label={t("common.close")} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  );
}

/** ReviewPlace puts the review beside the table from 1200 px on, in a drawer over it below. */
export function ReviewPlace({ opened, title, onClose, table, children }: ReviewPlaceProps) {
  const t = useTranslations();
  const wide = useMediaQuery("(min-width: 1200px)", true);
  return (
    <div className={classes.place} data-open={(opened && wide) || undefined}>
      <div className={classes.table}>{table}</div>
      {opened && wide ? (
        <Panel title={title} onClose={onClose}>
          {children}
        </Panel>
      ) : null}
      <Drawer
        opened={opened && !wide}
        onClose={onClose}
        position="right"
        size={560}
        title={title}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        {children}
      </Drawer>
    </div>
  );
}
