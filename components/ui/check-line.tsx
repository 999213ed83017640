import type { ReactNode } from "react";
import classes from "./check-line.module.css";
import { ToneIcon } from "./status-badge.tsx";
import type { Tone } from "./status-list.ts";

/** CheckLine is one finding: an icon in its tone, a sentence, and a grey line that says more. */
export function CheckLine({ tone, children, detail }: { tone: Tone; children: ReactNode; detail?: ReactNode }) {
  return (
    <div className={classes.line}>
      <ToneIcon tone={tone} />
      <div>
        {children}
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </div>
    </div>
  );
}
