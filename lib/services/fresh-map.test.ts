import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FreshMap } from "./fresh-map.ts";

const began = Date.parse("2026-01-01T00:00:00Z");

beforeEach(() => vi.useFakeTimers({ now: began }));
afterEach(() => vi.useRealTimers());

type Read = {
  keys: string[];
  notBefore: number;
  answer: (values: Record<string, string>) => void;
  fail: (error: unknown) => void;
};

/** A map whose reads are answered by hand, in any order. */
function mapByHand() {
  const reads: Read[] = [];
  const map = new FreshMap<string>((keys, notBefore) => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>();
    reads.push({ keys, notBefore, answer: (values) => resolve(new Map(Object.entries(values))), fail: reject });
    return promise;
  });
  return { map, reads };
}

/** A map that answers at once "key@n", n being the number of the read; `broken` makes it throw. */
function mapAtOnce() {
  const state = { reads: 0, broken: null as unknown };
  const map = new FreshMap<string>(async (keys) => {
    state.reads += 1;
    if (state.broken !== null) throw state.broken;
    return new Map(keys.map((key) => [key, `${key}@${state.reads}`]));
  });
  return { map, state };
}

const newest = () => Date.now();
const any = 0;

describe("sharing", () => {
  test("a value new enough is shared, one too old is read again", async () => {
    const { map, state } = mapAtOnce();
    expect((await map.one("a", newest())).value).toBe("a@1");
    vi.advanceTimersByTime(4000);
    expect((await map.one("a", Date.now() - 5000)).value).toBe("a@1");
    expect((await map.one("a", Date.now() - 3000)).value).toBe("a@2");
    expect(state.reads).toBe(2);
  });

  test("a value is as old as the start of its read, not its end", async () => {
    const { map, reads } = mapByHand();
    const first = map.one("a", newest());
    vi.advanceTimersByTime(2000);
    reads[0]!.answer({ a: "x" });
    expect(await first).toMatchObject({ value: "x", at: began, error: null });
    void map.one("a", began + 1);
    expect(reads).toHaveLength(2);
  });

  test("two who ask at once cost one read", async () => {
    const { map, reads } = mapByHand();
    const both = Promise.all([map.one("a", newest()), map.one("a", newest())]);
    reads[0]!.answer({ a: "x" });
    expect((await both).map(({ value }) => value)).toEqual(["x", "x"]);
    expect(reads).toHaveLength(1);
  });

  test("one who asks while a read is on its way joins it, unless it began too early", async () => {
    const { map, reads } = mapByHand();
    const first = map.one("a", newest());
    vi.advanceTimersByTime(1000);
    const joins = map.one("a", began);
    const mustBeNewer = map.one("a", newest());
    expect(reads).toHaveLength(2);
    reads[0]!.answer({ a: "old" });
    reads[1]!.answer({ a: "new" });
    expect((await Promise.all([first, joins, mustBeNewer])).map(({ value }) => value)).toEqual(["old", "old", "new"]);
  });

  test("keys that are missing or too old are read in one batch, the others not at all", async () => {
    const { map, reads } = mapByHand();
    const first = map.get(["a", "b"], newest());
    reads[0]!.answer({ a: "a1", b: "b1" });
    await first;
    const second = map.get(["b", "c", "d"], began);
    expect(reads[1]!.keys).toEqual(["c", "d"]);
    reads[1]!.answer({ c: "c1", d: "d1" });
    expect([...(await second).found].map(([key, { value }]) => [key, value]).toSorted()).toEqual([
      ["b", "b1"],
      ["c", "c1"],
      ["d", "d1"],
    ]);
  });

  test("one request that needs values of two reads on their way waits for both, and starts none", async () => {
    const { map, reads } = mapByHand();
    const [a, b] = [map.one("a", newest()), map.one("b", newest())];
    const both = map.get(["a", "b"], began);
    expect(reads).toHaveLength(2);
    reads[1]!.answer({ b: "b1" });
    reads[0]!.answer({ a: "a1" });
    expect((await both).found.size).toBe(2);
    await Promise.all([a, b]);
  });

  test("a value that is new enough, or on its way, is held; one too old is not, but can be peeked at", async () => {
    const { map, reads } = mapByHand();
    expect([map.holds("a", any), map.peek("a")]).toEqual([false, undefined]);
    const first = map.one("a", newest());
    expect([map.holds("a", began), map.peek("a")]).toEqual([true, undefined]);
    reads[0]!.answer({ a: "a1" });
    await first;
    expect([map.holds("a", began), map.holds("a", began + 1), map.peek("a")]).toEqual([true, false, "a1"]);
    map.invalidate();
    expect([map.holds("a", began), map.peek("a")]).toEqual([false, "a1"]);
  });

  test("the read is told how new its own reads must be", async () => {
    const { map, reads } = mapByHand();
    void map.get(["a"], began - 7);
    expect(reads[0]!.notBefore).toBe(began - 7);
  });

  test("what was begun is joined, and what is there or on its way is not begun again", async () => {
    const { map, reads } = mapByHand();
    map.begin(["a", "b"], newest());
    map.begin(["b", "c"], began);
    expect(reads.map(({ keys }) => keys)).toEqual([["a", "b"], ["c"]]);
    const all = map.get(["a", "b", "c"], began);
    reads[0]!.answer({ a: "a1", b: "b1" });
    reads[1]!.answer({ c: "c1" });
    expect((await all).found.size).toBe(3);
    map.begin(["a", "b", "c"], began);
    expect(reads).toHaveLength(2);
  });

  test("a late answer of an older read does not replace a newer value", async () => {
    const { map, reads } = mapByHand();
    const older = map.one("a", newest());
    vi.advanceTimersByTime(10);
    const newer = map.one("a", newest());
    reads[1]!.answer({ a: "new" });
    await newer;
    reads[0]!.answer({ a: "old" });
    expect((await older).value).toBe("old");
    expect((await map.one("a", any)).value).toBe("new");
  });
});

describe("keys that are gone", () => {
  test("a key that the read did not tell of is neither found nor failed, and its last value is forgotten", async () => {
    const { map, reads } = mapByHand();
    const first = map.one("a", newest());
    reads[0]!.answer({ a: "x" });
    await first;
    vi.advanceTimersByTime(10);
    const second = map.get(["a"], newest());
    reads[1]!.answer({});
    expect(await second).toEqual({ found: new Map(), failed: new Map() });
    void map.get(["a"], any);
    expect(reads).toHaveLength(3);
  });

  test("retain forgets what is not kept", async () => {
    const { map, state } = mapAtOnce();
    await map.get(["a", "b"], newest());
    map.retain((key) => key === "a");
    await map.get(["a", "b"], any);
    expect(state.reads).toBe(2);
    expect((await map.one("a", any)).value).toBe("a@1");
  });

  test("retain forgets the value of a key that is being read, not its read", async () => {
    const { map, reads } = mapByHand();
    const first = map.one("a", newest());
    reads[0]!.answer({ a: "a1" });
    await first;
    vi.advanceTimersByTime(10);
    map.begin(["a"], newest());
    map.retain(() => false);
    expect([map.peek("a"), map.holds("a", newest())]).toEqual([undefined, true]);
    const second = map.one("a", newest());
    reads[1]!.answer({ a: "a2" });
    expect((await second).value).toBe("a2");
    expect(reads).toHaveLength(2);
  });

  test("what an older read tells of a key that a newer one did not find is told to who waited, and not kept", async () => {
    const { map, reads } = mapByHand();
    const older = map.one("a", newest());
    vi.advanceTimersByTime(10);
    const newer = map.get(["a"], newest());
    reads[1]!.answer({});
    expect((await newer).found.size).toBe(0);
    reads[0]!.answer({ a: "old" });
    expect((await older).value).toBe("old");
    expect(map.peek("a")).toBeUndefined();
  });
});

describe("after a change", () => {
  test("what was read before it is too old, also within the same millisecond", async () => {
    const { map, state } = mapAtOnce();
    await map.one("a", newest());
    map.invalidate();
    expect((await map.one("a", any)).value).toBe("a@2");
    expect((await map.one("a", any)).value).toBe("a@2");
    expect(state.reads).toBe(2);
  });

  test("a read that was on its way is not joined, and its answer does not count as new", async () => {
    const { map, reads } = mapByHand();
    const before = map.one("a", newest());
    map.invalidate();
    const after = map.one("a", any);
    expect(reads).toHaveLength(2);
    reads[1]!.answer({ a: "after" });
    reads[0]!.answer({ a: "before" });
    expect((await before).value).toBe("before");
    expect((await after).value).toBe("after");
    expect((await map.one("a", any)).value).toBe("after");
  });

  test("an answer of before that comes alone is not shown after it", async () => {
    const { map, reads } = mapByHand();
    const before = map.one("a", newest());
    map.invalidate();
    reads[0]!.answer({ a: "before" });
    await before;
    void map.one("a", any);
    expect(reads).toHaveLength(2);
  });
});

describe("failures", () => {
  const broken = new Error("broken");

  test("a key that never had a value fails with what its read threw", async () => {
    const { map, state } = mapAtOnce();
    state.broken = broken;
    await expect(map.one("a", newest())).rejects.toBe(broken);
    expect((await map.get(["a", "b"], newest())).failed).toEqual(
      new Map([
        ["a", broken],
        ["b", broken],
      ]),
    );
  });

  test("a key that had a value keeps it, with its age and the error beside it, until a read succeeds", async () => {
    const { map, state } = mapAtOnce();
    await map.one("a", newest());
    vi.advanceTimersByTime(10_000);
    state.broken = broken;
    expect(await map.one("a", newest())).toEqual({ value: "a@1", at: began, error: broken });
    vi.advanceTimersByTime(10_000);
    state.broken = null;
    expect(await map.one("a", newest())).toEqual({ value: "a@3", at: Date.now(), error: null });
  });

  test("in one batch the keys with a value keep it, the others fail", async () => {
    const { map, state } = mapAtOnce();
    await map.one("a", newest());
    vi.advanceTimersByTime(10_000);
    state.broken = broken;
    const { found, failed } = await map.get(["a", "b"], newest());
    expect([...found]).toEqual([["a", { value: "a@1", at: began, error: broken }]]);
    expect([...failed]).toEqual([["b", broken]]);
  });

  test("a failure is told again for a second, then the next asks anew", async () => {
    const { map, state } = mapAtOnce();
    state.broken = broken;
    const wanted = began - 5000;
    await expect(map.one("a", wanted)).rejects.toBe(broken);
    state.broken = null;
    vi.advanceTimersByTime(1000);
    await expect(map.one("a", wanted)).rejects.toBe(broken);
    expect(state.reads).toBe(1);
    vi.advanceTimersByTime(1);
    expect((await map.one("a", wanted)).value).toBe("a@2");
  });

  test("a begun read may fail unheard; its failure is not tried again within the second", async () => {
    const { map, state } = mapAtOnce();
    state.broken = broken;
    map.begin(["a"], began - 5000);
    await expect(map.one("a", began - 5000)).rejects.toBe(broken);
    map.begin(["a"], began - 5000);
    expect(state.reads).toBe(1);
  });

  test("the second counts from when the failure came, however long it took", async () => {
    const { map, reads } = mapByHand();
    const wanted = began - 5000;
    const slow = expect(map.one("a", wanted)).rejects.toBe(broken);
    vi.advanceTimersByTime(3000);
    reads[0]!.fail(broken);
    await slow;
    vi.advanceTimersByTime(1000);
    await expect(map.one("a", wanted)).rejects.toBe(broken);
    vi.advanceTimersByTime(1);
    void map.one("a", wanted);
    expect(reads).toHaveLength(2);
  });

  test("one who asks for a read of this moment is not put off with a failure of before", async () => {
    const { map, state } = mapAtOnce();
    state.broken = broken;
    await expect(map.one("a", newest())).rejects.toBe(broken);
    state.broken = null;
    vi.advanceTimersByTime(1);
    expect((await map.one("a", newest())).value).toBe("a@2");
  });

  test("nor is one who asks after a change", async () => {
    const { map, state } = mapAtOnce();
    state.broken = broken;
    await expect(map.one("a", any)).rejects.toBe(broken);
    state.broken = null;
    map.invalidate();
    expect((await map.one("a", any)).value).toBe("a@2");
  });

  test("a value new enough is given although a newer read failed", async () => {
    const { map, state } = mapAtOnce();
    await map.one("a", newest());
    vi.advanceTimersByTime(100);
    state.broken = broken;
    await map.one("a", newest());
    vi.advanceTimersByTime(2000);
    expect((await map.one("a", began)).value).toBe("a@1");
    expect(state.reads).toBe(2);
  });

  test("a late failure of an older read does not blemish a newer value", async () => {
    const { map, reads } = mapByHand();
    const older = map.one("a", newest());
    vi.advanceTimersByTime(10);
    const newer = map.one("a", newest());
    reads[1]!.answer({ a: "new" });
    await newer;
    reads[0]!.fail(broken);
    expect(await older).toMatchObject({ value: "new", error: null });
    expect(await map.one("a", any)).toMatchObject({ value: "new", error: null });
  });

  test("a failed read reaches everyone who joined it, and nobody is left unhandled", async () => {
    const { map, reads } = mapByHand();
    const joined = Promise.allSettled([map.one("a", newest()), map.one("a", newest())]);
    reads[0]!.fail(broken);
    expect((await joined).map((result) => result.status === "rejected" && result.reason)).toEqual([broken, broken]);
  });
});
