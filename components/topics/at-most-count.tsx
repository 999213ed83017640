"use client";

import { useTranslations } from "next-intl";
import type { Numeric } from "@/lib/format.ts";
import { Count } from "@/components/ui/figures.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";

type AtMostCountProps = {
  value: Numeric | null;
  /** The value may be too high. */
  atMost: boolean;
  /** How many partitions the value leaves out, since their offsets are not known. */
  without?: number;
  /** Why there is no value. */
  reason: string;
};

function Bounded({ value, atMost, reason }: Omit<AtMostCountProps, "without">) {
  const t = useTranslations("topics");
  if (!atMost || value === null || BigInt(value) === 0n) return <Count value={value} reason={reason} />;
  return (
    <span className="hw-figure">
      <span data-tip={t("atMostTip")}>
        <span aria-hidden="true">≤&nbsp;</span>
        <span className="hw-hidden">{t("atMost")} </span>
      </span>
      <Count value={value} />
    </span>
  );
}

/** AtMostCount is a Count of records that may be too high ("≤" stands before it), and that may leave partitions out ("+ ?" stands after it). */
export function AtMostCount({ without = 0, ...count }: AtMostCountProps) {
  const t = useTranslations("topics");
  if (count.value === null || without === 0) return <Bounded {...count} />;
  return (
    <span className="hw-figure">
      <Bounded {...count} /> <Unknown word={t("more")} reason={t("without", { count: without })} />
    </span>
  );
}
