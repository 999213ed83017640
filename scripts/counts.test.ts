import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./counts.mjs";

const dir = mkdtempSync(path.join(tmpdir(), "highwater-counts-"));

afterAll(() => rmSync(dir, { recursive: true }));

function report(content: object): string {
  const file = path.join(dir, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a file of tests that did not load counts as one failure beside the tests that failed", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}, {}] },
    { status: "passed", assertionResults: [{}] },
  ];
  const file = report({ numPassedTests: 2, numFailedTests: 1, testResults });
  expect(countVitest(file)).toEqual({ passed: 2, failed: 2 });
});

test("a test that passed at the second try counts as failed", () => {
  expect(countPlaywright(report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }))).toEqual({
    passed: 5,
    failed: 2,
  });
});

test("a run that wrote no report counts nothing", () => {
  const none = path.join(dir, "none.json");
  expect(countVitest(none)).toEqual({ passed: 0, failed: 0 });
  expect(countPlaywright(none)).toEqual({ passed: 0, failed: 0 });
});
