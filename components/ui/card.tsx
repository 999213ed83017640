import { type ReactNode, useId } from "react";
import classes from "./card.module.css";

type CardProps = {
  title?: ReactNode;
  subtitle?: ReactNode;
  action?: ReactNode;
  /** No padding around the content: for tables and rows that draw their own rules. */
  flush?: boolean;
  tone?: "crit" | "warn";
  children: ReactNode;
};

/** Card is a group of a page with its heading (h2), a grey subtitle and an action at the right. */
export function Card({ title, subtitle, action, flush, tone, children }: CardProps) {
  const id = useId();
  return (
    <div role="group" className={classes.card} data-tone={tone} aria-labelledby={title ? id : undefined}>
      {title || action ? (
        <header className={classes.header}>
          <div className={classes.titles}>
            {title ? (
              <h2 className={classes.title} id={id}>
                {title}
              </h2>
            ) : null}
            {subtitle ? <span className={classes.subtitle}>{subtitle}</span> : null}
          </div>
          {action ? <div className={classes.action}>{action}</div> : null}
        </header>
      ) : null}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </div>
  );
}

/** CardNote is the grey line at a card's foot; it goes into a flush card. */
export function CardNote({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
