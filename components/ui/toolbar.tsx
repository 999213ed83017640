import type { ReactNode } from "react";
import classes from "./toolbar.module.css";

/** Toolbar is the line over a table: search, quick views, filter chips; `aside` stands at the right. */
export function Toolbar({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={classes.toolbar}>
      {children}
      {aside ? <div className={classes.aside}>{aside}</div> : null}
    </div>
  );
}
