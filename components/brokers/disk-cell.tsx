"use client";

import { useTranslations } from "next-intl";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { calculateDiskUse, diskTone } from "./shares.ts";

type DiskCellProps = { totalBytes: string | null; usableBytes: string | null; reason: string };

/** DiskCell is how full a disk is: a bar and its share, the bytes on hover; "unknown" with the reason when it was not told. */
export function DiskCell({ totalBytes, usableBytes, reason }: DiskCellProps) {
  const t = useTranslations("brokers");
  const format = useFormat();
  const use = calculateDiskUse(totalBytes, usableBytes);
  if (!use) return <Unknown reason={reason} />;
  const tip = t("diskHint", { usable: format.bytes(use.usableBytes), total: format.bytes(use.totalBytes) });
  return (
    <BarCell value={use.share} max={1} tone={diskTone(use.share)}>
      <span data-tip={tip}>{format.share(use.share)}</span>
    </BarCell>
  );
}
