import { Children, type ReactNode } from "react";
import classes from "./facts.module.css";

/** Facts is a line of short facts with rules between them; empty items (null, false) are left out. Put figures in `<b>`. */
export function Facts({ items }: { items: ReactNode[] }) {
  return (
    <ul className={classes.facts}>
      {Children.map(items, (item) =>
        item ? (
          <li>
            <span>{item}</span>
          </li>
        ) : null,
      )}
    </ul>
  );
}
