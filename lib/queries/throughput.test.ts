import { describe, expect, test } from "vitest";
import { toThroughputQuery } from "./throughput.ts";

const now = Date.parse("2026-11-23T14:00:03.500Z");
const time = { from: "2026-11-23T12:00:00.000Z", to: "2026-11-23T12:20:00.000Z" };

describe("toThroughputQuery makes of what a view asks for what the API takes", () => {
  test.each([
    [{ by: "topic", lastMs: 3_600_000 } as const, { by: "topic", from: "2026-11-23T13:00:00.000Z" }],
    [{ by: "broker", topic: "orders", ...time } as const, { by: "broker", topic: "orders", ...time }],
    [{ by: "group", group: "", ...time } as const, { by: "group", ...time }],
  ])("%j", (ask, query) => expect(toThroughputQuery(ask, now)).toEqual(query));

  test("within five seconds it is the same question", () => {
    const ask = { by: "topic", lastMs: 900_000 } as const;
    expect(toThroughputQuery(ask, now)).toEqual(toThroughputQuery(ask, now + 1_000));
  });
});
