import { type Points, rowsOf } from "./rows.ts";

/** gapPoints is produced minus consumed at each moment: what becomes lag; null where one of them is not known. */
export function gapPoints(produced: Points, consumed: Points): Points {
  return rowsOf([produced, consumed]).map(({ at, values: [above = null, below = null] }) => [
    at,
    above === null || below === null ? null : above - below,
  ]);
}
