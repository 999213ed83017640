function distance(a: string, b: string, most: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    if (Math.min(...row) > most) return most + 1;
    previous = row;
  }
  return previous[b.length]!;
}

/** findClosest gives the name nearest to what was typed (Levenshtein, at most a third of its letters wrong), or null. */
export function findClosest(typed: string, names: Iterable<string>): string | null {
  const wanted = typed.toLowerCase();
  let most = Math.floor(wanted.length / 3);
  let best: string | null = null;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > most) continue;
    const found = distance(wanted, name.toLowerCase(), most);
    if (found < most || (found === most && best === null)) [best, most] = [name, found];
  }
  return best;
}
