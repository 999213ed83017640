import type { Points } from "./rows.ts";

/** LineMark is how a line is drawn, in the plot and beside its name. */
export type LineMark = "line" | "area" | "gap";

/** Line is one line of a chart as it is told in words: its name, its mark in a colour, and its values as text. `exact` goes to tooltips and tables, `now` into the legend. */
export type Line = {
  name: string;
  mark: LineMark;
  colour: string;
  points: Points;
  exact: (value: number) => string;
  now: string;
};
