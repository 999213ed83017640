import { layOut } from "./table.ts";
import type { TruthResult } from "./truth.ts";

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const met = (isMet: boolean) => (isMet ? "met" : "MISSED");

/** truthTable writes what charts and estimates said beside what happened. */
export function truthTable(result: TruthResult): string {
  const { integral, offsets, steady, stoppedMs, longestBehindMs, sampledEveryMs, drainSaidMs, drainTookMs } = result;
  const apart = Math.abs(longestBehindMs - stoppedMs);
  const drainApart = drainSaidMs === null ? null : Math.abs(drainSaidMs - drainTookMs) / drainTookMs;
  const rows = [
    [
      "records written: the chart's integral",
      integral.toFixed(3),
      `${offsets} by kafka-get-offsets`,
      `equal: ${met(Math.abs(integral - offsets) < 0.001)}`,
    ],
    ...steady.map(({ rate, mean, furthest }) => [
      `${rate} records/s: mean of the points`,
      mean.toFixed(1),
      `a point at most ${percent(furthest)} off`,
      `<= 3%: ${met(furthest <= 0.03)}`,
    ]),
    [
      "reader stopped: longest time behind",
      seconds(longestBehindMs),
      `stopped for ${seconds(stoppedMs)}`,
      `+- ${seconds(sampledEveryMs)}: ${met(apart <= sampledEveryMs)}`,
    ],
    [
      "caught up in: said",
      drainSaidMs === null ? "nothing" : seconds(drainSaidMs),
      `took ${seconds(drainTookMs)}`,
      `<= 20% off: ${met(drainApart !== null && drainApart <= 0.2)}`,
    ],
  ];
  return `Charts and estimates against what happened (a run of about twenty minutes):\n${layOut(rows)}`;
}
