import { expect, test } from "vitest";
import { isUsed, keySettings, policyFields, readPolicy } from "./policy-fields.ts";

test.each([
  ["delete", "delete"],
  ["delete,compact", "compact,delete"],
  ["compact, delete", "compact,delete"],
  ["", null],
])("cleanup.policy %j is %j", (raw, policy) => {
  expect(readPolicy(raw)).toBe(policy);
});

test("the form shows what the policy uses", () => {
  for (const policy of ["delete", "compact", "compact,delete"] as const) {
    expect(policyFields(policy).every((name) => isUsed(name, policy))).toBe(true);
  }
});

test("retention is not used where nothing is deleted, compaction not where nothing compacts", () => {
  expect(isUsed("retention.ms", "compact")).toBe(false);
  expect(isUsed("max.compaction.lag.ms", "delete")).toBe(false);
  expect(isUsed("segment.ms", "compact")).toBe(true);
});

test("what was set is among the key settings, once", () => {
  const keys = keySettings("delete", ["retention.ms", "preallocate"]);
  expect(keys.filter((key) => key === "retention.ms")).toHaveLength(1);
  expect(keys).toContain("preallocate");
  expect(keys).not.toContain("min.compaction.lag.ms");
});
