import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onSecond, readSecond } from "./clock.ts";

const start = Date.parse("2026-11-23T14:28:04.117Z");
const at = (iso: string) => Date.parse(iso);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

test("is the present while nobody listens", () => {
  expect(readSecond()).toBe(at("2026-11-23T14:28:04Z"));
  vi.setSystemTime(start + 5_000);
  expect(readSecond()).toBe(at("2026-11-23T14:28:09Z"));
});

test("is the present from the first listener on, and the same for all until they are told", () => {
  const told = vi.fn();
  const [stopFirst, stopSecond] = [onSecond(() => told("first")), onSecond(() => told("second"))];
  expect(readSecond()).toBe(at("2026-11-23T14:28:04Z"));
  vi.setSystemTime(start + 900);
  expect(readSecond()).toBe(at("2026-11-23T14:28:04Z"));
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveBeenCalledTimes(2);
  expect(readSecond()).toBe(at("2026-11-23T14:28:06Z"));
  stopFirst();
  stopSecond();
  vi.advanceTimersByTime(3_000);
  expect(told).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("is the present again for who listens after a pause", () => {
  onSecond(() => {})();
  vi.setSystemTime(start + 60_000);
  const stop = onSecond(() => {});
  expect(readSecond()).toBe(at("2026-11-23T14:29:04Z"));
  stop();
});
