import type { Points } from "./rows.ts";
import { sparkShape } from "./spark-path.ts";

const tones = {
  water: "var(--hw-consumed)",
  warn: "var(--hw-warn-mark)",
  crit: "var(--hw-crit-mark)",
  unknown: "var(--hw-unknown-mark)",
} as const;

type SparklineProps = {
  points: Points;
  /** Says what it shows; without it the figure beside it does. */
  label?: string;
  tone?: keyof typeof tones;
  width?: number;
  height?: number;
};

/** Sparkline is a small line beside its number: no axis, a dot at the end, broken where nothing was sampled. */
export function Sparkline({ points, label, tone = "water", width = 72, height = 24 }: SparklineProps) {
  const { line, area, dot } = sparkShape(points, width, height);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      style={{ color: tones[tone], flex: "none" }}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={area} fill="currentcolor" opacity="0.15" />
      <path d={line} stroke="currentcolor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      {dot ? <circle cx={dot[0]} cy={dot[1]} r="2" fill="currentcolor" /> : null}
    </svg>
  );
}
