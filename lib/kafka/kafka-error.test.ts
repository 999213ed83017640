import { expect, test, vi } from "vitest";
import { KafkaError } from "./kafka-error.ts";

test("an error of another copy of this module is a KafkaError too, since bundles have a copy each", async () => {
  vi.resetModules();
  const other = await import("./kafka-error.ts");
  expect(other.KafkaError).not.toBe(KafkaError);
  expect(new other.KafkaError("TIMEOUT", "late")).toBeInstanceOf(KafkaError);
});

test("what is not a KafkaError is none", () => {
  for (const value of [null, undefined, "TIMEOUT", {}, new Error("late")])
    expect(value instanceof KafkaError).toBe(false);
});
