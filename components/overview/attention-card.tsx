"use client";

import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/api/overview.ts";
import { Card } from "@/components/ui/card.tsx";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { AttentionRow } from "./attention-row.tsx";
import { defaultShown, nextShown } from "./attention-shown.ts";
import classes from "./attention.module.css";

type AttentionCardProps = {
  clusterId: string;
  overview: Overview;
  /** How many findings are in sight. */
  shown: number;
  onShown: (shown: number | null) => void;
};

function Calm({ overview }: { overview: Overview }) {
  const t = useTranslations("overview");
  const partial = overview.errors.length > 0;
  return (
    <p className={classes.calm}>
      <ToneIcon tone={partial ? "unknown" : "ok"} size={18} />
      <span>{t(partial ? "calmPartly" : "calm")}</span>
    </p>
  );
}

function More({ total, shown, onShown }: { total: number; shown: number; onShown: (shown: number | null) => void }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const rest = total - shown;
  return (
    <>
      {shown > defaultShown ? <TextButton onClick={() => onShown(null)}>{t("fewer")}</TextButton> : null}
      {rest > 0 ? (
        <TextButton onClick={() => onShown(nextShown(shown))}>{t("more", { count: format.count(rest) })}</TextButton>
      ) : null}
    </>
  );
}

/** AttentionCard is what needs a person, worst first: four findings and how many more; or, calmly, that nothing does. */
export function AttentionCard({ clusterId, overview, shown, onShown }: AttentionCardProps) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { attention, checks } = overview;
  const counts = { found: format.count(attention.length), checks, checksShown: format.count(checks) };
  const subtitle = attention.length === 0 ? "checksFine" : overview.errors.length > 0 ? "checksPartly" : "checksFound";
  const visible = attention.slice(0, Math.max(defaultShown, shown));
  return (
    <Card
      flush
      title={t("needsAttention")}
      subtitle={t(subtitle, counts)}
      action={<More total={attention.length} shown={visible.length} onShown={onShown} />}
    >
      {visible.length === 0 ? <Calm overview={overview} /> : null}
      <ul>
        {visible.map((finding) => (
          <AttentionRow
            key={`${finding.code} ${finding.kind} ${finding.name}`}
            clusterId={clusterId}
            finding={finding}
          />
        ))}
      </ul>
    </Card>
  );
}
