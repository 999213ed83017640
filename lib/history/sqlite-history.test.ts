import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Round } from "./round.ts";
import { openHistoryFile, openMemory } from "./sqlite-file.ts";
import { SqliteHistory } from "./sqlite-history.ts";
import type { StoredEvent } from "./store.ts";
import { roundOf, type Told } from "./testing.ts";
import { parseTiers } from "./tiers.ts";
import { Counter } from "./totals.ts";

const [second, minute, hour] = [1000, 60_000, 3_600_000];
const noon = Date.parse("2026-11-23T12:00:00Z");
const tiers = parseTiers("10s:2h,1m:2d,15m:30d");

let folder = "";
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "highwater-history-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A history that is fed with rounds of a made-up cluster. */
function feeder(history: SqliteHistory) {
  const counter = new Counter(30 * second);
  let before: Round | null = null;
  return (at: number, told: Told, events: StoredEvent[] = []) => {
    before = roundOf(at, told, before);
    const { totals } = counter.count(before);
    history.append({ round: before, totals }, events);
  };
}

function openIn(where: string) {
  const file = openHistoryFile(where, new Date(noon));
  return { file, history: new SqliteHistory(file.database, file.kind, "shop", tiers) };
}

const steady = (tick: number): Told => ({
  topics: {
    orders: [
      [0, tick * 100],
      [tick, tick * 7],
    ],
    quiet: [[0, 5]],
  },
  groups: { billing: { orders: [tick * 90, null] } },
});

const all = { from: 0, to: noon * 2, stepMs: 10 * second };

describe("what was sampled", () => {
  test("is read back as it was, written or still waiting", async () => {
    const { file, history } = openIn(folder);
    const feed = feeder(history);
    for (let tick = 1; tick <= 15; tick++) feed(noon + tick * 10 * second, steady(tick));
    const orders = await history.readTopic("orders", all);
    expect(orders.times).toEqual(Array.from({ length: 15 }, (_, index) => noon + (index + 1) * 10 * second));
    expect(orders.end[0]).toEqual(Array.from({ length: 15 }, (_, index) => BigInt((index + 1) * 100)));
    expect(orders.start[1]).toEqual(Array.from({ length: 15 }, (_, index) => BigInt(index + 1)));
    const billing = (await history.readCommits("billing", all)).get("orders")!;
    expect(billing.committed[0]!.at(-1)).toBe(1350n);
    expect(billing.committed[1]!.every((offset) => offset === null)).toBe(true);
    const { intervals, counts } = await history.readCounts("topic", "produced", all);
    expect(intervals).toHaveLength(15);
    expect([...counts.get("orders")!].slice(1)).toEqual(Array.from({ length: 14 }, () => 107));
    expect(await history.since()).toBe(noon + 10 * second);
    file.database.close();
  });

  test("of a cluster is not another's", async () => {
    const { file, history } = openIn(folder);
    feeder(history)(noon, steady(1));
    history.flush();
    const other = new SqliteHistory(file.database, "sqlite", "warehouse", tiers);
    expect(await other.readTopic("orders", all)).toEqual({ times: [], start: [], end: [] });
    expect(await other.since()).toBeNull();
    file.database.close();
  });

  test("survives a restart", async () => {
    const first = openIn(folder);
    const feed = feeder(first.history);
    for (let tick = 1; tick <= 8; tick++)
      feed(noon + tick * 10 * second, steady(tick), tick === 3 ? [event(noon + 30 * second)] : []);
    first.history.flush();
    first.file.database.close();
    const again = openIn(folder);
    expect((await again.history.readTopic("orders", all)).end[0]!.at(-1)).toBe(800n);
    expect(await again.history.readEvents(all)).toEqual([event(noon + 30 * second)]);
    again.file.database.close();
  });

  test("tells what happened to one group alone, and to topics: written and waiting, however much happened to others", async () => {
    const { file, history } = openIn(folder);
    const feed = feeder(history);
    const back = { ...event(noon + 30 * second), code: "end-back", kind: "topic", name: "orders", values: {} } as const;
    const others = Array.from({ length: 600 }, () => event(noon + 40 * second, "other"));
    const happened = new Map([
      [3, [back, event(noon + 30 * second)]],
      [4, others],
      [10, [event(noon + 100 * second, "other"), event(noon + 100 * second)]],
    ]);
    for (let tick = 1; tick <= 10; tick++) feed(noon + tick * 10 * second, steady(tick), happened.get(tick) ?? []);
    const told = await history.readEvents(all, "billing");
    expect(told.map(({ at, name }) => [(at - noon) / second, name]).toSorted()).toEqual([
      [100, "billing"],
      [30, "billing"],
      [30, "orders"],
    ]);
    file.database.close();
  });

  test("loses at most the last minute when the process is killed", async () => {
    const killed = openIn(folder);
    const feed = feeder(killed.history);
    for (let tick = 0; tick <= 20; tick++) feed(noon + tick * 10 * second, steady(tick));
    killed.file.database.close();
    const { file, history } = openIn(folder);
    const { times } = await history.readTopic("orders", all);
    expect(noon + 200 * second - times.at(-1)!).toBeLessThanOrEqual(minute);
    file.database.close();
  });

  test("has a gap where nothing was sampled, and counts nothing across it", async () => {
    const { file, history } = openIn(folder);
    const feed = feeder(history);
    feed(noon, steady(1));
    feed(noon + 10 * second, steady(2));
    feed(noon + 10 * minute, steady(60));
    feed(noon + 10 * minute + 10 * second, steady(61));
    const { intervals } = await history.readCounts("topic", "produced", all);
    expect(intervals.map(({ coveredMs }) => coveredMs)).toEqual([0, 10_000, 0, 10_000]);
    file.database.close();
  });

  test("of after the clock was set back goes, and it goes on from there", async () => {
    const { file, history } = openIn(folder);
    const feed = feeder(history);
    for (let tick = 1; tick <= 30; tick++) feed(noon + tick * 10 * second, steady(tick));
    feed(noon + 65 * second, steady(31));
    feed(noon + 75 * second, steady(32));
    const { times } = await history.readTopic("orders", all);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.slice(-2)).toEqual([noon + 65 * second, noon + 75 * second]);
    file.database.close();
  });
});

function event(at: number, name = "billing"): StoredEvent {
  return { at, code: "state", kind: "group", name, values: { from: "Stable", to: "Empty" } };
}

describe("as time goes by", () => {
  test("the finer samples become coarser ones, and no record is lost in the counts", async () => {
    const file = openMemory(null);
    const history = new SqliteHistory(file.database, file.kind, "shop", parseTiers("10s:20m,1m:3h,15m:2d"));
    const feed = feeder(history);
    const ticks = (10 * hour) / (10 * second);
    for (let tick = 1; tick <= ticks; tick++) {
      feed(noon + tick * 10 * second, steady(tick));
      history.tidy(noon + tick * 10 * second);
    }
    const now = noon + ticks * 10 * second;
    const chunks = file.database.prepare("SELECT tier, count(*) AS n FROM chunks GROUP BY tier").all();
    expect(chunks.map((row) => row["tier"])).toEqual([0, 1, 2]);
    expect(chunks[0]!["n"]).toBeLessThanOrEqual(21);
    for (const stepMs of [10 * second, minute, 15 * minute, hour]) {
      const { intervals, counts } = await history.readCounts("topic", "produced", { from: 0, to: now, stepMs });
      const sum = counts
        .get("orders")!
        .reduce((total, value, index) => total + (intervals[index]!.coveredMs > 0 ? value : 0), 0);
      expect(sum).toBe((ticks - 1) * 107);
      expect(intervals.reduce((total, { coveredMs }) => total + coveredMs, 0)).toBe((ticks - 1) * 10 * second);
      const { times, end } = await history.readTopic("orders", { from: 0, to: now, stepMs });
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
      times.forEach((at, index) => expect(end[0]![index]).toBe(BigInt((at - noon) / 100)));
    }
    const lag = await history.readCounts("group", "lag", { from: 0, to: now, stepMs: 15 * minute });
    expect(lag.counts.get("billing")!.at(-1)).toBe(ticks * 10);
    file.database.close();
  }, 60_000);

  test("a slice that cannot be written is done again with the next round", async () => {
    const file = openMemory(null);
    const history = new SqliteHistory(file.database, file.kind, "shop", parseTiers("10s:10m,1m:3h"));
    const feed = feeder(history);
    const names = Array.from({ length: 400 }, (_, index) => `topic-${index}`);
    const until = noon + hour;
    let failures = 0;
    for (let at = noon; at <= until; at += 10 * second) {
      feed(at, { topics: Object.fromEntries(names.map((name) => [name, [[0, (at - noon) / second]]])) });
      if (at % (30 * second) === 0)
        file.database.exec(
          "CREATE TEMP TRIGGER no_room BEFORE INSERT ON samples BEGIN SELECT RAISE(ABORT, 'no room'); END",
        );
      try {
        history.tidy(at);
      } catch {
        failures += 1;
      }
      file.database.exec("DROP TRIGGER IF EXISTS no_room");
    }
    expect(failures).toBeGreaterThan(0);
    for (const name of names) {
      const { times, end } = await history.readTopic(name, { from: noon, to: noon + 30 * minute, stepMs: minute });
      expect(times.length, name).toBeGreaterThan(29);
      times.forEach((at, index) => expect(end[0]![index], name).toBe(BigInt((at - noon) / second)));
    }
    file.database.close();
  });

  test("what is too old is deleted", async () => {
    const file = openMemory(null);
    const history = new SqliteHistory(file.database, file.kind, "shop", parseTiers("10s:10m"));
    const feed = feeder(history);
    for (let tick = 1; tick <= 180; tick++) {
      feed(noon + tick * 10 * second, steady(tick), [event(noon + tick * 10 * second)]);
      history.tidy(noon + tick * 10 * second);
    }
    const { times } = await history.readTopic("orders", all);
    expect(times[0]).toBeGreaterThanOrEqual(noon + 30 * minute - 12 * minute);
    expect((await history.readEvents(all))[0]!.at).toBeGreaterThanOrEqual(noon + 20 * minute);
    file.database.close();
  });

  test("a topic that comes and one that goes are there while they were", async () => {
    const file = openMemory(null);
    const history = new SqliteHistory(file.database, file.kind, "shop", tiers);
    const feed = feeder(history);
    for (let tick = 1; tick <= 60; tick++) {
      const topics: Told["topics"] =
        tick < 20 ? { early: [[0, tick]] } : tick < 40 ? {} : { late: [[0, (tick - 40) * 3]] };
      feed(noon + tick * 10 * second, { topics });
    }
    const { counts, intervals } = await history.readCounts("topic", "produced", all);
    const sumOf = (name: string) =>
      counts
        .get(name)!
        .reduce((sum, value, index) => sum + (value > 0 && intervals[index]!.coveredMs > 0 ? value : 0), 0);
    expect([sumOf("early"), sumOf("late")]).toEqual([18, 60]);
    file.database.close();
  });
});

describe("the file", () => {
  test("that is damaged is moved aside, and a new one begun", async () => {
    writeFileSync(
      path.join(folder, "history.sqlite"),
      "this is no database, but it is long enough to be read as one".repeat(40),
    );
    const { file } = openIn(folder);
    expect([file.kind, file.reason]).toEqual(["sqlite", "damaged"]);
    expect(file.movedAside).toContain("history.sqlite.damaged-2026-11-23T12");
    expect(readdirSync(folder).some((name) => name.startsWith("history.sqlite.damaged-"))).toBe(true);
    file.database.close();
  });

  test("of a newer version is moved aside as well", () => {
    const newer = new DatabaseSync(path.join(folder, "history.sqlite"));
    newer.exec("PRAGMA user_version = 99; CREATE TABLE future (x)");
    newer.close();
    const { file } = openIn(folder);
    expect([file.kind, file.reason]).toEqual(["sqlite", "newer"]);
    file.database.close();
  });

  test("of the first version is taken on, with what it holds", async () => {
    const first = openIn(folder);
    const feed = feeder(first.history);
    for (let tick = 1; tick <= 3; tick++) feed(noon + tick * 10 * second, steady(tick));
    first.history.flush();
    first.file.database.exec("DROP TABLE conditions; PRAGMA user_version = 1;");
    first.file.database.close();
    const { file, history } = openIn(folder);
    expect([file.kind, file.movedAside]).toEqual(["sqlite", null]);
    expect((await history.readTopic("orders", all)).times).toHaveLength(3);
    expect(await history.keptConditions()).toEqual({ conditions: [], lastAt: noon + 30 * second });
    file.database.close();
  });

  test("keeps conditions over a restart, of each cluster its own, the newest in place of those before", async () => {
    const first = openIn(folder);
    const stopped = { key: "GROUP_STOPPED billing", at: noon, atLeast: false, seenAt: noon + minute, mark: "60" };
    const down = { key: "BROKER_DOWN 3", at: noon + second, atLeast: true, seenAt: noon + minute, mark: null };
    first.history.keepConditions([stopped]);
    first.history.keepConditions([down, stopped]);
    new SqliteHistory(first.file.database, "sqlite", "other", tiers).keepConditions([]);
    first.file.database.close();
    const { file, history } = openIn(folder);
    expect((await history.keptConditions()).conditions.toSorted((a, b) => b.at - a.at)).toEqual([down, stopped]);
    const other = new SqliteHistory(file.database, "sqlite", "other", tiers);
    expect((await other.keptConditions()).conditions).toEqual([]);
    file.database.close();
  });

  test("that another server has stays its own: the second keeps its history in memory, and says why", () => {
    const first = openIn(folder);
    const again = openIn(folder);
    expect(again.file.kind).toBe("memory");
    expect(again.file.reason).toContain("another server has");
    expect(readdirSync(folder).filter((name) => name.includes("damaged"))).toEqual([]);
    again.file.database.close();
    first.file.database.close();
  });

  test("in a folder that cannot be made leaves the history in memory", () => {
    const blocked = path.join(folder, "file");
    writeFileSync(blocked, "");
    const file = openHistoryFile(path.join(blocked, "data"), new Date(noon));
    expect(file.kind).toBe("memory");
    expect(file.reason).not.toBeNull();
    file.database.close();
  });

  test("on a full disk: rounds wait, and are written when there is room", async () => {
    const { file, history } = openIn(folder);
    const { page_count: pages } = file.database.prepare("PRAGMA page_count").get() as { page_count: number };
    file.database.exec(`PRAGMA max_page_count = ${pages}`);
    const feed = feeder(history);
    const wide = (tick: number): Told => ({
      topics: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`topic-${index}`, [[0, tick * index]]])),
    });
    let failures = 0;
    for (let tick = 1; tick <= 20; tick++) {
      try {
        feed(noon + tick * 10 * second, wide(tick));
      } catch (error) {
        failures += 1;
        expect((error as Error).message).toMatch(/full/);
      }
    }
    expect(failures).toBeGreaterThan(0);
    file.database.exec("PRAGMA max_page_count = 1000000");
    history.flush();
    const { times, end } = await history.readTopic("topic-9", all);
    expect(times).toHaveLength(20);
    expect(end[0]!.at(-1)).toBe(180n);
    file.database.close();
  });
});
