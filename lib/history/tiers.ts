/** Tier is one resolution of the history: a sample every `stepMs`, kept for `keepMs`, written in chunks of `chunkMs`. */
export type Tier = { stepMs: number; keepMs: number; chunkMs: number };

const unitMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const minuteMs = 60_000;

function durationOf(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text.trim()) ?? [];
  if (!count || !unit) throw new Error(`"${text}" is no duration such as 10s, 2h or 30d.`);
  return Number(count) * unitMs[unit]!;
}

// A chunk goes to the next tier once it is whole: it must be whole well before the finer samples are deleted. And it
// holds whole steps of the next tier, so that what takes its place begins where it ends.
function chunkOf(stepMs: number, finerKeepMs: number, nextStepMs: number): number {
  const wanted = Math.min(stepMs * 96, Math.floor(finerKeepMs / 2));
  return Math.max(nextStepMs, Math.floor(wanted / nextStepMs) * nextStepMs);
}

/** parseTiers reads `10s:2h,1m:2d,15m:30d`: step and how long it is kept, finest first; the first step is how often is sampled. Throws an Error that says what is wrong. */
export function parseTiers(text: string): Tier[] {
  const pairs = text.split(",").map((pair) => {
    const [step, keep, ...rest] = pair.split(":");
    if (!step || !keep || rest.length > 0) throw new Error(`"${pair}" is no tier such as 10s:2h.`);
    return { stepMs: durationOf(step), keepMs: durationOf(keep) };
  });
  return pairs.map(({ stepMs, keepMs }, index) => {
    const finer = pairs[index - 1];
    if (keepMs < stepMs * 2) throw new Error(`A tier of ${text} keeps less than two samples.`);
    if (!finer) {
      if (stepMs > minuteMs) throw new Error("The first tier samples at least once a minute.");
      if (keepMs < 10 * minuteMs) throw new Error("The first tier is kept for at least 10 minutes.");
      return { stepMs, keepMs, chunkMs: minuteMs };
    }
    if (stepMs % minuteMs !== 0) throw new Error("Every tier but the first has a step of whole minutes.");
    if (stepMs % finer.stepMs !== 0 || stepMs === finer.stepMs || keepMs <= finer.keepMs)
      throw new Error("Each tier has a step that is a multiple of the one before, and is kept for longer.");
    if (stepMs * 2 > finer.keepMs) throw new Error("A tier must be kept for at least two steps of the next.");
    return { stepMs, keepMs, chunkMs: chunkOf(stepMs, finer.keepMs, pairs[index + 1]?.stepMs ?? stepMs) };
  });
}
