import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

const start = Date.parse("2026-11-23T12:00:00Z");
let reads = 0;

function answerOf(at: number, errors: unknown[] = []) {
  return async () => ({ asOf: new Date(at).toISOString(), errors, read: (reads += 1) });
}

beforeEach(() => {
  reads = 0;
  vi.useFakeTimers({ now: start });
});
afterEach(() => vi.useRealTimers());

describe("an answer", () => {
  test("that is new enough is given again, one too old is worked out anew", async () => {
    const kept = new KeptAnswers();
    await kept.get("topics", { notBefore: start - 5000 }, answerOf(start + 10));
    expect(await kept.get("topics", { notBefore: start + 10 }, answerOf(start + 20))).toMatchObject({ read: 1 });
    expect(await kept.get("topics", { notBefore: start + 11 }, answerOf(start + 20))).toMatchObject({ read: 2 });
  });

  test("to another question is another answer", async () => {
    const kept = new KeptAnswers();
    await kept.get("topics?page=1", { notBefore: 0 }, answerOf(start + 10));
    expect(await kept.get("topics?page=2", { notBefore: 0 }, answerOf(start + 10))).toMatchObject({ read: 2 });
  });

  test("with errors is not kept: the next look may know more", async () => {
    const kept = new KeptAnswers();
    await kept.get("topics", { notBefore: 0 }, answerOf(start + 10, [{ element: "broker 2" }]));
    expect(await kept.get("topics", { notBefore: 0 }, answerOf(start + 10))).toMatchObject({ read: 2 });
  });

  test("of before a change is not given after it, nor is one that was begun before", async () => {
    const kept = new KeptAnswers();
    await kept.get("topics", { notBefore: 0 }, answerOf(start + 10));
    vi.setSystemTime(start + 100);
    kept.invalidate();
    expect(await kept.get("topics", { notBefore: 0 }, answerOf(start + 50))).toMatchObject({ read: 2 });
    expect(await kept.get("topics", { notBefore: 0 }, answerOf(start + 101))).toMatchObject({ read: 3 });
    expect(await kept.get("topics", { notBefore: 0 }, answerOf(start + 200))).toMatchObject({ read: 3 });
  });

  test("kept longest makes room when there are too many", async () => {
    const kept = new KeptAnswers();
    for (let page = 0; page <= 200; page++) await kept.get(`page ${page}`, { notBefore: 0 }, answerOf(start + 10));
    expect(await kept.get("page 200", { notBefore: 0 }, answerOf(start + 10))).toMatchObject({ read: 201 });
    expect(await kept.get("page 0", { notBefore: 0 }, answerOf(start + 10))).toMatchObject({ read: 202 });
  });
});
