"use client";

import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import { Facts } from "./facts.tsx";
import classes from "./page-header.module.css";

type PageHeaderProps = {
  title: string;
  /** Offers to copy the title: for names of topics and groups. */
  copy?: boolean;
  status?: ReactNode;
  subtitle?: ReactNode;
  facts?: ReactNode[];
  actions?: ReactNode;
};

/** PageHeader is a page's h1 with its status, its line of facts and its actions. */
export function PageHeader({ title, copy, status, subtitle, facts, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.text}>
        <div className={classes.line}>
          <h1 className={classes.title}>{title}</h1>
          {copy ? <CopyButton value={title} /> : null}
          {status}
        </div>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
        {facts ? (
          <div className={classes.facts}>
            <Facts items={facts} />
          </div>
        ) : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
