// Plain JavaScript for Node.js 20 without packages: this runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** root is the absolute path of the repository. */
export const root = path.resolve(import.meta.dirname, "..");

/** standalone is the directory of the production build. */
export const standalone = path.join(root, ".next", "standalone");

/** scanWorker is the built thread that reads logs. */
export const scanWorker = path.join(standalone, "scan-worker.mjs");

/** bundledNode is the Node.js that comes with the dependencies; every part of the product runs on it. */
export const bundledNode = path.join(root, "node_modules", "node", "bin", "node");

/** sourceHashFile holds the hash of the sources that the production build was made from. */
export const sourceHashFile = path.join(standalone, "source-hash");

const installed = path.join(root, "node_modules", ".package-lock.json");
const NO_SOURCE = new Set(["node_modules", "scripts", "e2e", "docs", "test-results", "playwright-report"]);

/** say prints one line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * run runs a program in the repository with the packages' programs on the PATH and resolves to its exit code. It passes
 * on SIGINT and SIGTERM and waits for the program to end on them.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  const bin = path.join(root, "node_modules", ".bin");
  const searched = `${bin}${path.delimiter}${process.env.PATH}`;
  const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: searched, ...env } });
  const pass = (signal) => child.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? 1);
    });
  });
}

/** mustRun runs a program and ends this one with its exit code when it fails. */
export async function mustRun(command, args, env) {
  const code = await run(command, args, env);
  if (code !== 0) process.exit(code);
}

/** ensureDependencies installs the packages unless those of the lock file are there already. */
export async function ensureDependencies() {
  if (existsSync(bundledNode) && isInstalled()) return;
  say("Installing packages (npm ci)");
  // Warnings here are about the Node.js that runs npm, not the one that runs the product.
  await mustRun("npm", ["ci", "--include=dev", "--loglevel=error"]);
}

// By content, not by age: a checkout gives old lock files new dates.
function isInstalled() {
  if (!existsSync(installed)) return false;
  const [wanted, present] = [path.join(root, "package-lock.json"), installed].map(
    (file) => JSON.parse(readFileSync(file, "utf8")).packages,
  );
  const names = Object.keys(wanted).filter((at) => at !== "" && !wanted[at].optional);
  return names.every((at) => present[at]?.version === wanted[at].version);
}

/** ensureBuild makes the production build when there is none or a file that it is made from has changed; this program ends when it fails. */
export async function ensureBuild() {
  const code = await buildIfStale();
  if (code !== 0) process.exit(code);
}

/** buildIfStale is ensureBuild that gives the exit code instead. */
export async function buildIfStale() {
  const built = existsSync(sourceHashFile) ? readFileSync(sourceHashFile, "utf8") : null;
  if (built === sourceHash()) return 0;
  say("Building the production server");
  return run(bundledNode, [path.join(root, "scripts", "build.mjs")]);
}

/** sourceHash is a hash of the name and content of every file that the production build may depend on. */
export function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sourceFiles(root)) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function sourceFiles(dir) {
  const entries = readdirSync(dir, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) return isSourceDir(entry.name) ? sourceFiles(full) : [];
    return entry.isFile() && isSource(entry.name) ? [full] : [];
  });
}

function isSourceDir(name) {
  return !name.startsWith(".") && !NO_SOURCE.has(name);
}

function isSource(name) {
  if (name.startsWith(".")) return name.startsWith(".env");
  return !/\.test\.tsx?$|\.md$|\.tsbuildinfo$|^(vitest|playwright)\.config|^next-env\.d\.ts$|^highwater\.yaml$|\.log$/.test(
    name,
  );
}
