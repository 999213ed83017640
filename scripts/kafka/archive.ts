import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUuid } from "./cluster-id.ts";
import { mustRun } from "./command.ts";
import { javaLine } from "./jvm.ts";
import { makeOnce } from "./libs.ts";
import { freePorts } from "./ports.ts";
import { seenBy } from "./probe.ts";
import { isAlive, lastLines, spawnDetached, waitUntil } from "./processes.ts";
import { serverProperties } from "./properties.ts";

/**
 * ensureArchive makes, once, the JVM's archive of the classes that a broker of a version loads (AppCDS, JEP
 * 350): a broker that maps it is up in a third of the time.
 */
export async function ensureArchive(version: string, log: (line: string) => void): Promise<void> {
  const { archive } = await javaLine(version, 256);
  if (existsSync(archive)) return;
  log("Making a class archive, so that brokers start fast");
  await makeOnce(archive, (fresh) => recordClasses(version, fresh));
}

async function recordClasses(version: string, archive: string): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), "highwater-archive-"));
  try {
    const free = await freePorts(2);
    const [plain, controller] = [free[0]!, free[1]!];
    const properties = path.join(dir, "server.properties");
    const ports = new Map([[1, { plain, controller }]]);
    const node = { id: 1, ports, bindAddress: "127.0.0.1", rack: null, dataDir: path.join(dir, "data"), tls: null };
    await writeFile(properties, serverProperties({ ...node, extra: {} }));
    const { command, args } = await javaLine(version, 256);
    await mustRun(command, [...args, "kafka.tools.StorageTool", "format", "-t", randomUuid(), "-c", properties]);
    await runUntilUp(command, [`-XX:ArchiveClassesAtExit=${archive}`, ...args, "kafka.Kafka", properties], dir, plain);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function runUntilUp(command: string, args: string[], dir: string, port: number): Promise<void> {
  const logFile = path.join(dir, "server.log");
  const pid = await spawnDetached(command, args, logFile);
  const up = await waitUntil(async () => !isAlive(pid) || (await seenBy(port)).length > 0, 60_000);
  if (isAlive(pid)) process.kill(pid, "SIGTERM");
  const ended = await waitUntil(() => !isAlive(pid), 60_000);
  if (!ended) process.kill(pid, "SIGKILL");
  if (!up || !ended) throw new Error(`The broker that records classes did not do as expected:\n${lastLines(logFile)}`);
}
