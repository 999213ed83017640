import type { ReactNode } from "react";
import classes from "./columns.module.css";

/** Stack puts a page's parts under each other, one gutter apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={classes.stack}>{children}</div>;
}

type ColumnsProps = { ratio?: "1:1" | "2:1" | "3:1" | "62:38"; align?: "stretch" | "start"; children: ReactNode };

/** Columns puts two parts beside each other from 1200 px on ("3:1": the right one 300 px wide), under each other below. */
export function Columns({ ratio = "1:1", align = "stretch", children }: ColumnsProps) {
  return (
    <div className={classes.columns} data-ratio={ratio} data-align={align}>
      {children}
    </div>
  );
}
