import { describe, expect, it } from "vitest";
import { explainSetting } from "./setting-value.ts";

const explain = (name: string, value: string | null) =>
  explainSetting(name, value, "en")?.replaceAll(/[\u202f\u00a0]/g, " ") ?? null;

describe("a broker setting in larger units", () => {
  it.each([
    ["log.retention.ms", "604800000", "7 d"],
    ["log.retention.hours", "168", "7 d"],
    ["offsets.retention.minutes", "10080", "7 d"],
    ["log.segment.bytes", "1073741824", "1 GiB"],
    ["log.cleaner.io.buffer.size", "524288", "512 KiB"],
  ])("%s=%s is %s", (name, value, expected) => {
    expect(explain(name, value)).toBe(expected);
  });

  it.each([
    ["num.network.threads", "3"],
    ["group.max.size", "2147483647"],
    ["log.retention.bytes", "-1"],
    ["replica.fetch.wait.max.ms", "500"],
    ["log.flush.interval.messages", "9223372036854775807"],
    ["advertised.listeners", "PLAINTEXT://b1:9092"],
    ["ssl.keystore.password", null],
  ])("%s=%s needs none", (name, value) => {
    expect(explain(name, value)).toBeNull();
  });
});
