/** GapTone is how much the unread records of a chart ask for a person. */
export type GapTone = "calm" | "warn" | "crit";

/** gapMarks are the colours of hatching in each tone. */
export const gapMarks: Record<GapTone, string> = {
  calm: "var(--hw-produced)",
  warn: "var(--hw-warn-mark)",
  crit: "var(--hw-crit-mark)",
};

/** gapTexts are the colours of words in each tone. */
export const gapTexts: Record<GapTone, string> = {
  calm: "var(--hw-text)",
  warn: "var(--hw-warn-text)",
  crit: "var(--hw-crit-text)",
};
