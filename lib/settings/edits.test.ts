import { expect, test } from "vitest";
import type { Config } from "../api/configs.ts";
import { changedMeanwhile, changesNothing, readEdits, toPatch, withEdit, writeEdits } from "./edits.ts";

const config: Config = {
  name: "retention.ms",
  value: "1000",
  source: "topic",
  readOnly: false,
  sensitive: false,
  type: "long",
  defaultValue: "604800000",
  defaultSource: "default",
  synonyms: [],
  documentation: null,
};

test("a link holds what is set and what is reset, sorted", () => {
  const edits = { "segment.ms": null, "retention.ms": "5", "leader.replication.throttled.replicas": "0:1,1:2=x" };
  const entries = ["leader.replication.throttled.replicas=0:1,1:2=x", "retention.ms=5", "segment.ms"];
  expect(writeEdits(edits)).toEqual(entries);
  expect(readEdits(entries)).toEqual(edits);
  expect(readEdits(["", "=5", "cleanup.policy="])).toEqual({ "cleanup.policy": "" });
});

test("a patch holds only what was edited", () => {
  expect(toPatch({ "segment.ms": null, "retention.ms": "5" })).toEqual({
    set: { "retention.ms": "5" },
    delete: ["segment.ms"],
  });
});

test("an edit is added, replaced and taken away", () => {
  expect(withEdit({}, "a", "1")).toEqual({ a: "1" });
  expect(withEdit({ a: "1", b: null }, "a", null)).toEqual({ a: null, b: null });
  expect(withEdit({ a: "1", b: null }, "a", undefined)).toEqual({ b: null });
});

test("an edit back to what is changes nothing; nor does a reset of a default", () => {
  expect(changesNothing(config, "1000")).toBe(true);
  expect(changesNothing(config, "1001")).toBe(false);
  expect(changesNothing(config, null)).toBe(false);
  expect(changesNothing({ ...config, source: "static-broker" }, null)).toBe(true);
});

test("a change by someone else is seen by value and by source", () => {
  expect(changedMeanwhile(config, undefined)).toBe(false);
  expect(changedMeanwhile(config, { value: "1000", source: "topic" })).toBe(false);
  expect(changedMeanwhile(config, { value: "2000", source: "topic" })).toBe(true);
  expect(changedMeanwhile(config, { value: "1000", source: "default" })).toBe(true);
});
