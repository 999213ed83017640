"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { crumbsOf } from "./crumbs.ts";
import classes from "./crumbs.module.css";

/** CrumbPath is where the page stands, each step but the last a link. */
export function CrumbPath({ clusterName }: { clusterName: string | null }) {
  const t = useTranslations("nav");
  const crumbs = crumbsOf(usePathname(), clusterName);
  return (
    <nav aria-label={t("path")}>
      <ol className={classes.crumbs}>
        {crumbs.map(({ page, name, href }) => {
          const word = name ?? (page ? t(page) : "");
          return (
            <li key={href ?? "here"}>
              {href ? (
                <Link className={classes.step} href={href}>
                  {word}
                </Link>
              ) : (
                <span className={classes.step} aria-current="page">
                  {word}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
