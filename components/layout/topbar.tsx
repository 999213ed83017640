"use client";

import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { CrumbPath } from "./crumb-path.tsx";
import { LiveControl } from "./live-control.tsx";
import { Logo } from "./logo.tsx";
import { openMenu, openPalette } from "./overlays.ts";
import classes from "./shell.module.css";
import { useCluster } from "./use-cluster.ts";
import { useModKey } from "./use-mod-key.ts";

/** Topbar is the path of the page, the way into the palette, and the live control. */
export function Topbar() {
  const t = useTranslations("nav");
  const cluster = useCluster();
  const mod = useModKey();
  return (
    <header className={classes.topbar}>
      <div className={classes.crumbs}>
        <button type="button" className={`hw-plain ${classes.menu}`} aria-label={t("menu")} onClick={openMenu}>
          <IconMenu2 {...ICON} size={19} />
        </button>
        <span className={classes.mark}>
          <Logo size={20} />
        </span>
        <CrumbPath clusterName={cluster?.name ?? null} />
      </div>
      <button type="button" className={`hw-plain ${classes.glass}`} aria-label={t("find")} onClick={openPalette}>
        <IconSearch {...ICON} />
      </button>
      <button
        type="button"
        className={`hw-plain ${classes.find}`}
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch {...ICON} />
        <span>{t("find")}</span>
        <Kbd>{mod === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
      </button>
      <LiveControl />
    </header>
  );
}
