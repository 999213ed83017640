import type { ReactNode } from "react";
import type { Tone } from "./status-list.ts";
import classes from "./tag.module.css";

/** Tag is a short word in a box: a policy, a source, a kind. `accent` means chosen or changed here, never a status. `tip` shows on hover. */
export function Tag({
  tone = "plain",
  tip,
  children,
}: {
  tone?: Tone | "plain" | "accent";
  tip?: string;
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone} data-tip={tip}>
      {children}
    </span>
  );
}
