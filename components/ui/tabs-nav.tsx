"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentTab, type Tab } from "./current-tab.ts";
import classes from "./tabs-nav.module.css";

export type { Tab } from "./current-tab.ts";

/** TabsNav is a row of links to the pages about one thing, each with its count. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const current = currentTab(tabs, usePathname());
  return (
    <nav className={classes.tabs} aria-label={label}>
      <ul className={classes.list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link className={classes.tab} href={tab.href} aria-current={tab === current ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined || tab.count === null ? null : (
                <span className={classes.count}>{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
