import { isAlone } from "./gaps.ts";

type DotProps = { cx?: number | undefined; cy?: number | undefined; index?: number | undefined };

/** aloneDot draws a dot where a value has no neighbour, since a line would not show it. */
export function aloneDot(values: readonly (number | null)[], colour: string) {
  return function Dot({ cx, cy, index = 0 }: DotProps) {
    if (cx === undefined || cy === undefined || !isAlone(values, index)) return <g key={index} />;
    return <circle key={index} cx={cx} cy={cy} r={2} fill={colour} />;
  };
}
