import classes from "./mark.module.css";
import type { LineMark } from "./line.ts";

/** Mark is the small sign beside a line's name: a stroke, a patch of water or the hatching of a gap. */
export function Mark({ mark, colour }: { mark: LineMark; colour: string }) {
  return <span className={classes.mark} data-mark={mark} style={{ color: colour }} aria-hidden="true" />;
}
