import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Sampler } from "./sampler.ts";

const everyMs = 10_000;
const noon = Date.parse("2026-11-23T12:00:00Z");

beforeEach(() => vi.useFakeTimers({ now: noon + 3000 }));
afterEach(() => vi.useRealTimers());

/** A sampler whose rounds are ended by hand. */
function byHand() {
  const rounds: { at: number; end: () => void; fail: (error: Error) => void }[] = [];
  const failures: number[] = [];
  const sampler = new Sampler({
    everyMs,
    round: () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      rounds.push({ at: Date.now() - noon, end: resolve, fail: reject });
      return promise;
    },
    failed: (_, nextInMs) => failures.push(nextInMs),
  });
  return { sampler, rounds, failures };
}

describe("rounds", () => {
  test("begin at once, then on the beat of the clock", async () => {
    const { sampler, rounds } = byHand();
    sampler.start();
    for (let beat = 0; beat < 4; beat++) {
      await vi.advanceTimersByTimeAsync(0);
      rounds.at(-1)!.end();
      await vi.advanceTimersByTimeAsync(everyMs);
    }
    expect(rounds.map(({ at }) => at).slice(0, 4)).toEqual([3000, 10_000, 20_000, 30_000]);
    sampler.stop();
  });

  test("never overlap: one that takes longer than a beat is waited for", async () => {
    const { sampler, rounds } = byHand();
    sampler.start();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(rounds).toHaveLength(1);
    rounds[0]!.end();
    await vi.advanceTimersByTimeAsync(2000);
    expect(rounds.map(({ at }) => at)).toEqual([3000, 30_000]);
    sampler.stop();
  });

  test("come more seldom while the cluster is down, up to a minute apart, and on the beat again after it", async () => {
    const { sampler, rounds, failures } = byHand();
    sampler.start();
    for (let round = 0; round < 6; round++) {
      await vi.advanceTimersByTimeAsync(0);
      rounds.at(-1)!.fail(new Error("no broker answers"));
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(failures.slice(0, 5)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
    const before = rounds.length;
    rounds.at(-1)!.end();
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(rounds).toHaveLength(before + 1);
    expect(rounds.at(-1)!.at % everyMs).toBe(0);
    sampler.stop();
  });

  test("end with stop: none begins, and the failure of one that runs is not told", async () => {
    const { sampler, rounds, failures } = byHand();
    sampler.start();
    await vi.advanceTimersByTimeAsync(0);
    sampler.stop();
    rounds[0]!.fail(new Error("closed"));
    await vi.advanceTimersByTimeAsync(120_000);
    expect([rounds.length, failures]).toEqual([1, []]);
  });
});
