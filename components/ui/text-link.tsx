import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./text-link.module.css";

/** TextLink is a link within text or at a card's head. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className={classes.link} href={href}>
      {children}
    </Link>
  );
}

/** TextButton looks like TextLink and does something on the page. */
export function TextButton({
  onClick,
  expanded,
  children,
}: {
  onClick: () => void;
  expanded?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="button" className={`hw-plain ${classes.link}`} onClick={onClick} aria-expanded={expanded}>
      {children}
    </button>
  );
}
