"use client";

import { IconArrowNarrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./before-after.module.css";
import { ICON } from "./icon.ts";

/** Change is one thing before and after; `beforeRaw` and `afterRaw` are the same as Kafka writes them. */
export type Change = {
  name: string;
  before: ReactNode;
  beforeRaw?: string | undefined;
  after: ReactNode;
  afterRaw?: string | undefined;
};

function Value({ raw, children }: { raw: string | undefined; children: ReactNode }) {
  return (
    <>
      {children}
      {raw === undefined ? null : <span className={classes.raw}>{raw}</span>}
    </>
  );
}

/** BeforeAfter is the table of what a change changes. */
export function BeforeAfter({
  label,
  nameHeader,
  rows,
}: {
  label: string;
  nameHeader?: string;
  rows: readonly Change[];
}) {
  const t = useTranslations("common");
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{nameHeader ?? t("setting")}</th>
            <th scope="col" className={classes.before}>
              {t("before")}
            </th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, beforeRaw, after, afterRaw }) => (
            <tr key={name}>
              <th scope="row" className="hw-mono">
                {name}
              </th>
              <td className={classes.before}>
                <Value raw={beforeRaw}>{before}</Value>
                <IconArrowNarrowRight {...ICON} className={classes.arrow} />
              </td>
              <td className={classes.after}>
                <Value raw={afterRaw}>{after}</Value>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
