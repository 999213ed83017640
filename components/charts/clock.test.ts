import { expect, test } from "vitest";
import { createFormat } from "@/components/ui/use-format.ts";
import { clockAt } from "./clock.ts";

const now = Date.parse("2026-11-23T14:31:49Z");

test.each([
  ["2026-11-23T16:38:10Z", "16:38"],
  ["2026-11-24T02:15:00Z", "Tue\u00a002:15"],
  ["2026-11-22T10:12:00Z", "Sun\u00a010:12"],
  ["2026-12-17T08:00:00Z", "2026-12-17"],
])("clockAt(%s) is %s", (at, text) => {
  expect(clockAt(Date.parse(at), now, createFormat("en", "UTC"))).toBe(text);
});
