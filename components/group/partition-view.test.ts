import { describe, expect, it } from "vitest";
import type { GroupPartition } from "@/lib/api/groups.ts";
import { sortOf, toRuns, viewOf } from "./partition-view.ts";

const row = (topic: string, partition: number, memberId: string | null = null) =>
  ({ topic, partition, memberId }) as GroupPartition;

describe("views of a group's partitions", () => {
  it.each(["topic", "partition", "member"] as const)("finds %s again by its order", (view) => {
    expect(viewOf(sortOf[view])).toBe(view);
  });

  it.each([
    ["-topic", "topic"],
    ["-memberId", "member"],
    ["lost", "partition"],
    ["partition", "partition"],
  ] as const)("is reached by the order %s", (sort, view) => expect(viewOf(sort)).toBe(view));

  it("puts rows under headings in the order they come", () => {
    const rows = [row("orders", 0), row("orders", 1), row("returns", 0)];
    expect(toRuns(rows, ({ topic }) => topic)).toEqual([
      { key: "orders", rows: rows.slice(0, 2) },
      { key: "returns", rows: rows.slice(2) },
    ]);
  });

  it("has each heading once, also while rows of another order are still in view", () => {
    const rows = [row("orders", 0), row("returns", 0), row("orders", 1)];
    expect(toRuns(rows, ({ topic }) => topic).map((run) => run.rows.length)).toEqual([2, 1]);
  });

  it("keeps partitions without an owner apart", () => {
    const rows = [row("orders", 0, "a"), row("orders", 1, null)];
    expect(toRuns(rows, ({ memberId }) => memberId).map(({ key }) => key)).toEqual(["a", null]);
  });
});
