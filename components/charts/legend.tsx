import classes from "./legend.module.css";
import type { Line } from "./line.ts";
import { Mark } from "./mark.tsx";

/** Legend is the line above a plot: every line's mark, name and current value. */
export function Legend({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className={classes.legend}>
      {lines.map(({ name, mark, colour, now }) => (
        <li key={name} className={classes.entry}>
          <Mark mark={mark} colour={colour} />
          <span className={classes.name}>{name}</span>
          <b className="hw-figure">{now}</b>
        </li>
      ))}
    </ul>
  );
}
