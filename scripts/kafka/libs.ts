import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import { mustRun, runCommand } from "./command.ts";

const pom = path.join(import.meta.dirname, "pom.xml");

/** INSTALL_HINT says in one sentence what a machine needs for a local Kafka. */
export const INSTALL_HINT =
  "A local Kafka needs either Java 17 or newer with Maven or a running Docker engine: install one of them, " +
  "for example with `apt-get install openjdk-17-jre-headless maven`, and start again.";

/** KAFKA_3 is the last of Kafka 3, on which the product is tested as well. */
export const KAFKA_3 = "3.9.1";

/** kafkaVersion reads the version of Kafka that a cluster has by default from the pom. */
export async function kafkaVersion(): Promise<string> {
  const version = /<kafka\.version>(.+?)</.exec(await readFile(pom, "utf8"))?.[1];
  if (!version) throw new Error(`${pom} names no kafka.version.`);
  return version;
}

/** findJava gives the command of a Java of version 17 or newer and its full version, or null. */
export async function findJava(): Promise<{ command: string; version: string } | null> {
  const home = process.env.JAVA_HOME;
  for (const command of home ? [path.join(home, "bin", "java"), "java"] : ["java"]) {
    const { code, stderr } = await runCommand(command, ["-version"]);
    const version = /version "(\d+)[^"]*"/.exec(stderr);
    if (code === 0 && version && Number(version[1]) >= 17) return { command, version: version[0].slice(9, -1) };
  }
  return null;
}

/** canUseJava says whether brokers can run as Java processes: Java is there, and Maven or jars fetched before. */
export async function canUseJava(): Promise<boolean> {
  if (!(await findJava())) return false;
  return existsSync(libsDir(await kafkaVersion())) || (await runCommand("mvn", ["-version"])).code === 0;
}

/** libsDir is where the jars of a version lie, whether they have been fetched or not. */
export function libsDir(version: string): string {
  return path.join(cacheDir, "kafka", version, "libs");
}

/** ensureLibs gives the directory of a version's jars; Maven fetches them the first time. */
export async function ensureLibs(version: string, log: (line: string) => void): Promise<string> {
  const libs = libsDir(version);
  if (existsSync(libs)) return libs;
  log(`Fetching Kafka ${version} with Maven`);
  await makeOnce(libs, async (target) => {
    const settings = [`-Dkafka.version=${version}`, `-DoutputDirectory=${target}`];
    await mustRun("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", ...settings]);
  });
  return libs;
}

/** makeOnce lets `make` fill a fresh path and then renames it to `target`, so that nobody sees half of it. */
export async function makeOnce(target: string, make: (fresh: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const scratch = await mkdtemp(`${target}-`);
  try {
    const fresh = path.join(scratch, path.basename(target));
    await make(fresh);
    if (!existsSync(target)) await rename(fresh, target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
