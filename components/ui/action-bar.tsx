import type { ReactNode } from "react";
import classes from "./action-bar.module.css";

/** ActionBar holds a page's actions at the bottom of the window, wherever the page is scrolled; it is the last child of the page. */
export function ActionBar({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={classes.bar}>
      {children}
      {aside ? <div className={classes.aside}>{aside}</div> : null}
    </div>
  );
}
