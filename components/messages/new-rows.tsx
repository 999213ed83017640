"use client";

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./new-rows.module.css";

/** NewRows says how many records wait, and shows them. */
export function NewRows({ count, atEnd, onShow }: { count: string; atEnd: boolean; onShow: () => void }) {
  const t = useTranslations("messages.row");
  const Icon = atEnd ? IconArrowDown : IconArrowUp;
  return (
    <div className={classes.place} role="status">
      <button type="button" className={`hw-plain ${classes.pill}`} onClick={onShow}>
        <Icon {...ICON} size={14} />
        {t("new", { count })}
      </button>
    </div>
  );
}
