import type { BatchTest } from "./chunk.ts";

// The buffer is searched once, not once a batch: a hit far behind answers for all batches before it.
function findNext(needle: Uint8Array): BatchTest {
  let buffer: Buffer | null = null;
  let searchedFrom = 0;
  let hit = -1;
  return (bytes, start, end) => {
    if (bytes !== buffer || start < searchedFrom || (hit !== -1 && hit < start)) {
      buffer = bytes;
      searchedFrom = start;
      hit = bytes.indexOf(needle, start);
    }
    return hit !== -1 && hit < end;
  };
}

// One byte a character: lower case never changes the length, and what is not ASCII only makes a batch be read in vain.
function findFolded(needle: string): BatchTest {
  const folded = needle.toLowerCase();
  return (bytes, start, end) => bytes.toString("latin1", start, end).toLowerCase().includes(folded);
}

const ascii = /[\u0020-\u007e]+/g;

function longestAscii(text: string): string {
  return (text.match(ascii) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

/** findText makes the test whether bytes may hold a text. With case folded only ASCII is looked for: what other letters fold to may have other bytes. Null: it cannot be told from the bytes. */
export function findText(text: string, caseSensitive: boolean): BatchTest | null {
  if (caseSensitive) return findBytes(Buffer.from(text));
  const run = longestAscii(text);
  return run === "" ? null : findFolded(run);
}

/** findBytes makes the test whether bytes may hold others; null when there are none to look for. */
export function findBytes(wanted: Uint8Array): BatchTest | null {
  return wanted.length === 0 ? null : findNext(wanted);
}

/** findAll makes the test that all tests pass; null when there is none. */
export function findAll(tests: (BatchTest | null)[]): BatchTest | null {
  const given = tests.filter((test) => test !== null);
  if (given.length === 0) return null;
  if (given.length === 1) return given[0]!;
  return (bytes, start, end) => given.every((test) => test(bytes, start, end));
}

/** findAny makes the test whether bytes may hold one of several needles; null when one of them is empty. */
export function findAny(needles: Buffer[]): BatchTest | null {
  if (needles.some(({ length }) => length === 0)) return null;
  const tests = needles.map(findNext);
  return (bytes, start, end) => tests.some((test) => test(bytes, start, end));
}
