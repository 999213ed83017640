const MOST_PX = 240;
const FEWEST_CHARS = 6;

// At 11 px, a little more than most letters take; Hangul, Han and Kana are as wide as they are high.
const widthOf = (char: string) => (char >= "\u1100" ? 11 : 6);

function charsWithin(letters: readonly string[], room: number): number {
  let used = 0;
  for (const [index, char] of letters.entries()) {
    used += widthOf(char);
    if (used > room) return index;
  }
  return letters.length;
}

/** fitLabel cuts the words of an event to the room beside its vertical (px); "+2" says of how many more it stands for. Empty when only a stump would fit. */
export function fitLabel(words: string, more: number, room: number): string {
  const tail = more > 0 ? ` +${more}` : "";
  const letters = Array.from(words);
  const left = Math.min(room, MOST_PX) - tail.length * widthOf(" ");
  const fitting = charsWithin(letters, left);
  if (fitting === letters.length) return words + tail;
  return fitting > FEWEST_CHARS ? `${letters.slice(0, fitting - 1).join("")}…${tail}` : "";
}
