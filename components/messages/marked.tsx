import { type Needle, splitMatches } from "./preview.ts";
import classes from "./messages.module.css";

/** Marked is a text in which what was looked for is marked. */
export function Marked({ text, needle }: { text: string; needle: Needle }) {
  if (needle.text === "") return text;
  let at = 0;
  return splitMatches(text, needle).map((part) => {
    at += part.text.length;
    return part.match ? (
      <mark key={at} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    );
  });
}
