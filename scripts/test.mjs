import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { buildIfStale, ensureDependencies, root, run, say } from "./ensure.mjs";
import { countPlaywright, countVitest } from "./counts.mjs";

const results = path.join(root, "test-results");
const total = { passed: 0, failed: 0 };

/** What each step does, giving its exit code, and the steps that it cannot do without. */
const STEPS = {
  install: { run: async () => (await ensureDependencies(), 0) },
  kafka: { needs: ["install"], run: () => run("node", ["scripts/kafka/prepare.ts"]) },
  chromium: { needs: ["install"], run: findChromium },
  typecheck: { needs: ["install"], run: () => inTurn(["next", "typegen"], ["tsc", "--noEmit"]) },
  lint: { needs: ["install"], run: () => inTurn(["oxlint", "--type-aware"], ["oxfmt", "--check"]) },
  lock: {
    needs: ["install"],
    run: () => inTurn(["node", "scripts/lock.mjs", "--check"], ["npm", "ci", "--dry-run", "--silent"]),
  },
  unit: { needs: ["install"], run: () => vitest("unit") },
  integration: { needs: ["install", "kafka"], run: () => vitest("integration") },
  "own-kafka": { needs: ["install", "kafka"], run: () => vitest("own-kafka") },
  build: { needs: ["install"], run: buildIfStale },
  e2e: { needs: ["install", "kafka", "chromium", "build"], run: playwright },
};

/** Stages in their order; in each, lanes side by side, of steps one after another. Tests that start Kafka of their own mostly wait for it, and so run beside those that share one. */
const STAGES = [
  [["install"]],
  [
    ["kafka", "chromium"],
    ["typecheck", "lint", "lock"],
  ],
  [["unit"], ["build"]],
  [["integration"], ["own-kafka"]],
  [["e2e"]],
];

async function inTurn(...commands) {
  for (const [command, ...args] of commands) {
    const code = await run(command, args);
    if (code !== 0) return code;
  }
  return 0;
}

async function findChromium() {
  if (process.env.HIGHWATER_CHROMIUM) return 0;
  const executable = await ensureChromium();
  if (executable) process.env.HIGHWATER_CHROMIUM = executable;
  return 0;
}

async function vitest(project) {
  const file = path.join(results, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run("vitest", ["run", "--project", project, ...reporters]);
  add(countVitest(file));
  return code;
}

async function playwright() {
  const file = path.join(results, "e2e.json");
  const code = await run("playwright", ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  add(countPlaywright(file));
  return code;
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function chosen(names) {
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    say(`There is no step ${unknown.join(", ")}: ${Object.keys(STEPS).join(", ")}.`);
    process.exit(2);
  }
  return new Set(names.length > 0 ? names.flatMap((name) => [...(STEPS[name].needs ?? []), name]) : Object.keys(STEPS));
}

async function runStep(name) {
  const began = Date.now();
  const failedBefore = total.failed;
  say(`\n== ${name}`);
  const code = await STEPS[name].run();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`== ${name}: ${code === 0 ? "passed" : `failed with code ${code}`} in ${seconds} s`);
  if (code !== 0 && total.failed === failedBefore) total.failed++;
  return code;
}

async function runLane(names) {
  for (const name of names) {
    const code = await runStep(name);
    if (code !== 0) return code;
  }
  return 0;
}

async function runStages(wanted) {
  for (const lanes of STAGES) {
    const codes = await Promise.all(lanes.map((lane) => runLane(lane.filter((name) => wanted.has(name)))));
    const failed = codes.find((code) => code !== 0);
    if (failed !== undefined) return failed;
  }
  return 0;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.exitCode = await runStages(chosen(process.argv.slice(2)));
say(`\n${total.passed} passed, ${total.failed} failed`);
