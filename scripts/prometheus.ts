import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { startGuard } from "./kafka/guard.ts";
import { isAlive, lastLines, spawnDetached, waitUntil } from "./kafka/processes.ts";

/** LocalPrometheus is a running Prometheus; stop ends it. */
export type LocalPrometheus = { url: string; stop(): Promise<void> };

/** PrometheusOptions: a directory for its data, its port of 127.0.0.1, and what it scrapes every second: paths of one address, and further addresses whose series get labels. */
export type PrometheusOptions = {
  dir: string;
  port: number;
  target: string;
  paths: string[];
  labelled?: { target: string; labels: Record<string, string> }[];
};

const startTimeoutMs = 20_000;

/** ensurePrometheus gives the command of a Prometheus: one on the PATH, else from the system's packages when this is root on a system with apt. Throws an Error that says what to install. */
export async function ensurePrometheus(): Promise<string> {
  const command = "prometheus";
  if (works(command, ["--version"])) return command;
  if (process.getuid?.() === 0 && works("apt-get", ["--version"])) {
    const install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends prometheus";
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn("sh", ["-c", install], { env, stdio: "ignore" });
    await new Promise((resolve) => child.once("close", resolve));
    if (works(command, ["--version"])) return command;
  }
  throw new Error("There is no Prometheus on the PATH: install it (https://prometheus.io/download), then try again.");
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function configOf({ target, paths, labelled = [] }: PrometheusOptions): string {
  const jobs = paths.map((at) => ({
    job_name: at,
    metrics_path: at,
    static_configs: [{ targets: [target] }],
  }));
  const further = labelled.map(({ target: address, labels }) => ({
    job_name: address,
    static_configs: [{ targets: [address], labels }],
  }));
  // JSON is YAML.
  return JSON.stringify({
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    scrape_configs: [...jobs, ...further],
  });
}

/** startPrometheus starts one and resolves when it is ready; it ends with this process. Its log is <dir>/prometheus.log. */
export async function startPrometheus(options: PrometheusOptions): Promise<LocalPrometheus> {
  const command = await ensurePrometheus();
  const { dir, port } = options;
  const [config, logFile] = [path.join(dir, "prometheus.yml"), path.join(dir, "prometheus.log")];
  writeFileSync(config, configOf(options));
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${path.join(dir, "data")}`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=warn",
  ];
  const pid = await spawnDetached(command, args, logFile);
  const guard = startGuard(`kill -9 ${pid}`, dir, false);
  const url = `http://127.0.0.1:${port}`;
  const end = async () => {
    await guard.end();
    await waitUntil(() => !isAlive(pid), 5000);
  };
  let ended: Promise<void> | null = null;
  const stop = () => (ended ??= end());
  const up = await waitUntil(async () => !isAlive(pid) || (await isReady(url)), startTimeoutMs);
  if (up && isAlive(pid)) return { url, stop };
  await stop();
  throw new Error(`Prometheus did not start:\n${lastLines(logFile)}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}
