"use client";

import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Attention } from "@/lib/api/overview.ts";
import { ICON } from "@/components/ui/icon.ts";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import classes from "./attention.module.css";
import { attentionFigures, attentionKey, attentionLink } from "./attention-words.ts";

// A name may be 249 characters long; what is wrong with it must still be in sight.
const bold = (text: ReactNode) => <b className={classes.subject}>{text}</b>;

function SinceTime({ since, atLeast }: { since: string; atLeast: boolean }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const now = useNow();
  const at = Date.parse(since);
  return (
    <span className={classes.since} data-tip={format.timestamp(at)}>
      {t(atLeast ? "sinceBefore" : "since", { time: format.time(at, now) })}
    </span>
  );
}

/** AttentionRow is one finding: how bad, a sentence with its figures, what it means, and one link to where it is mended. */
export function AttentionRow({ clusterId, finding }: { clusterId: string; finding: Attention }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const key = attentionKey(finding);
  const figures = attentionFigures(finding, format);
  const { label, href } = attentionLink(clusterId, finding);
  return (
    <li className={classes.row}>
      <ToneIcon tone={finding.severity} label={t(`severity.${finding.severity}`)} size={18} />
      <p className={classes.text}>
        <span data-tip={finding.name.length > 50 ? finding.name : undefined}>
          {t.rich(`attention.${key}.sentence`, { ...figures, b: bold })}
        </span>
        <span className={classes.detail}>{t(`attention.${key}.detail`, figures)}</span>
      </p>
      {finding.since ? <SinceTime since={finding.since} atLeast={finding.sinceAtLeast} /> : null}
      <Link className={classes.open} href={href}>
        <span>
          {t(label)}
          <span className="hw-hidden"> {finding.name}</span>
        </span>
        <IconChevronRight {...ICON} />
      </Link>
    </li>
  );
}
