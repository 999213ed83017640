import { existsSync, readFileSync } from "node:fs";

/** countVitest reads how many tests passed and failed from Vitest's JSON report; a file that did not load is one failure. */
export function countVitest(file) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** countPlaywright reads how many tests passed and failed from Playwright's JSON report. */
export function countPlaywright(file) {
  const report = read(file);
  return report
    ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
    : { passed: 0, failed: 0 };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
