/** CursorMove is what a key does to a chart's cursor: go to the point `index`, extend the selection there, pin, or let go. */
export type CursorMove = { go: number } | { select: number } | "enter" | "leave" | null;

const PAGE = 10;

/** cursorMove decides what a key asks for, with the cursor at the point `index` of `count` (−1: nowhere yet). */
export function cursorMove(key: string, shift: boolean, index: number, count: number): CursorMove {
  if (key === "Enter" || key === " ") return "enter";
  if (key === "Escape") return "leave";
  const last = count - 1;
  const from = index < 0 ? last : index;
  const goals: Record<string, number> = {
    ArrowLeft: index < 0 ? last : from - 1,
    ArrowRight: from + 1,
    PageUp: from - PAGE,
    PageDown: from + PAGE,
    Home: 0,
    End: last,
  };
  const goal = goals[key];
  if (goal === undefined || count === 0) return null;
  const inside = Math.min(last, Math.max(0, goal));
  return shift ? { select: inside } : { go: inside };
}
