"use client";

import { useTranslations } from "next-intl";
import { ReferenceArea } from "recharts";
import type { Band } from "./gaps.ts";

const WORDS_PX = 64;

type Box = { x?: number; y?: number; width?: number; height?: number };

function Words({ viewBox }: { viewBox?: Box }) {
  const t = useTranslations("charts");
  const { x = 0, y = 0, width = 0, height = 0 } = viewBox ?? {};
  if (width < WORDS_PX) return null;
  return (
    <text x={x + width / 2} y={y + height - 6} textAnchor="middle" fontSize={11} fill="var(--hw-text-3)">
      {t("noSamples")}
    </text>
  );
}

/** MissingBands are the times without samples: grey, and named where the words have room. */
export function MissingBands({ bands }: { bands: readonly Band[] }) {
  return bands.map(({ from, to }) => (
    <ReferenceArea key={from} x1={from} x2={to} fill="var(--hw-sunken)" fillOpacity={1} label={<Words />} />
  ));
}
