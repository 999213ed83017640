import { describe, expect, test } from "vitest";
import { toTimeAsk } from "./range-params.ts";

const [early, late] = [new Date("2026-11-23T13:00:00Z"), new Date("2026-11-23T13:20:00Z")];

describe("toTimeAsk", () => {
  test("asks for the range up to now", () => {
    expect(toTimeAsk({ range: "15m", from: null, to: null })).toEqual({ lastMs: 900_000 });
  });

  test("asks for a chosen time instead", () => {
    expect(toTimeAsk({ range: "15m", from: early, to: late })).toEqual({
      from: "2026-11-23T13:00:00.000Z",
      to: "2026-11-23T13:20:00.000Z",
    });
  });

  test("leaves out half a time, and one that ends before it begins", () => {
    expect(toTimeAsk({ range: "1h", from: early, to: null })).toEqual({ lastMs: 3_600_000 });
    expect(toTimeAsk({ range: "1h", from: late, to: early })).toEqual({ lastMs: 3_600_000 });
  });
});
