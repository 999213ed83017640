"use client";

import { IconCrown } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./controller-mark.module.css";

/** ControllerMark is the crown beside the broker that is the active controller. */
export function ControllerMark() {
  const t = useTranslations("brokers");
  return (
    <span className={classes.mark} role="img" aria-label={t("controller")} data-tip={t("controllerHint")}>
      <IconCrown {...ICON} size={15} />
    </span>
  );
}
