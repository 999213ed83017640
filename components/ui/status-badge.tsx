import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ICON } from "./icon.ts";
import classes from "./status-badge.module.css";
import { type Tone, toneIcons } from "./status-list.ts";

/** StatusBadge is an icon and a word in a tone: `inline` for tables, `pill` (tinted) beside a title. */
export function StatusBadge(props: {
  tone: Tone;
  icon?: TablerIcon;
  variant?: "inline" | "pill";
  children: ReactNode;
}) {
  const Icon = props.icon ?? toneIcons[props.tone];
  return (
    <span className={classes.badge} data-tone={props.tone} data-variant={props.variant ?? "inline"}>
      <Icon {...ICON} size={props.variant === "pill" ? 15 : 16} />
      {props.children}
    </span>
  );
}

/** ToneIcon is a tone's icon in its colour; `label` names it where no word stands beside it. */
export function ToneIcon({ tone, label, size = 16 }: { tone: Tone; label?: string; size?: number }) {
  const Icon = toneIcons[tone];
  return (
    <span className={classes.badge} data-tone={tone} data-variant="inline">
      <Icon {...ICON} size={size} {...(label ? { "aria-hidden": undefined, role: "img", "aria-label": label } : {})} />
    </span>
  );
}
