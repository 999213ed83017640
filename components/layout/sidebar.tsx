"use client";

import { IconTopologyStar3 } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths.ts";
import { ICON } from "@/components/ui/icon.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { ClusterSwitcher } from "./cluster-switcher.tsx";
import { Logo } from "./logo.tsx";
import { closeOverlay, openShortcuts } from "./overlays.ts";
import { currentPage, pages } from "./pages.ts";
import { SettingsMenu } from "./settings-menu.tsx";
import classes from "./sidebar.module.css";
import { useCluster } from "./use-cluster.ts";

type ItemProps = {
  href: string;
  icon: ReactNode;
  word: string;
  count?: number | null;
  current: boolean;
  compact: boolean;
};

function Item({ href, icon, word, count, current, compact }: ItemProps) {
  const format = useFormat();
  return (
    <Link
      className={classes.item}
      href={href}
      onClick={closeOverlay}
      aria-current={current ? "page" : undefined}
      aria-label={compact ? word : undefined}
      data-tip={compact ? word : undefined}
    >
      {icon}
      {compact ? null : <span className={classes.word}>{word}</span>}
      {compact || count === null || count === undefined ? null : (
        <span className={classes.count}>{format.count(count)}</span>
      )}
    </Link>
  );
}

function Pages({ compact }: { compact: boolean }) {
  const t = useTranslations("nav");
  const cluster = useCluster();
  const current = currentPage(usePathname());
  const size = compact ? 19 : 17;
  return (
    <nav className={classes.pages} aria-label={t("pages")}>
      {cluster ? (
        pages.map(({ id, icon: Icon, href, count }) => (
          <Item
            key={id}
            href={href(cluster.clusterId)}
            icon={<Icon {...ICON} size={size} />}
            word={t(id)}
            count={count(cluster)}
            current={id === current}
            compact={compact}
          />
        ))
      ) : (
        <Item
          href={paths.clusters()}
          icon={<IconTopologyStar3 {...ICON} size={size} />}
          word={t("clusters")}
          current
          compact={compact}
        />
      )}
    </nav>
  );
}

function ReadOnly() {
  const t = useTranslations("nav");
  if (!useCluster()?.readOnly) return null;
  return (
    <div className={classes.readOnly}>
      <Tag tip={t("readOnlyWhy")}>{t("readOnly")}</Tag>
    </div>
  );
}

/** Sidebar is the navigation: logo, cluster, its pages, settings; `compact` is icons alone, `touch` has larger rows. */
export function Sidebar({ compact = false, touch = false }: { compact?: boolean; touch?: boolean }) {
  const t = useTranslations("nav");
  return (
    <div className={classes.sidebar} data-compact={compact || undefined} data-touch={touch || undefined}>
      <Link className={classes.logo} href={paths.clusters()} aria-label={t("home")} onClick={closeOverlay}>
        <Logo />
        {compact ? null : "Highwater"}
      </Link>
      <ClusterSwitcher compact={compact} />
      {compact ? null : <ReadOnly />}
      <Pages compact={compact} />
      <div className={classes.foot}>
        <SettingsMenu compact={compact} />
        {compact ? null : (
          <button
            type="button"
            className={`hw-plain ${classes.keys}`}
            aria-label={t("shortcuts.help")}
            data-tip={t("keys")}
            onClick={openShortcuts}
          >
            <Kbd>?</Kbd>
          </button>
        )}
      </div>
    </div>
  );
}
