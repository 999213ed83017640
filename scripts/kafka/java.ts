import { writeFileSync } from "node:fs";
import path from "node:path";
import { ensureArchive } from "./archive.ts";
import { mustRun } from "./command.ts";
import { javaLine, sharedArchive } from "./jvm.ts";
import { ensureLibs, kafkaVersion } from "./libs.ts";
import { isAlive, readText, spawnDetached } from "./processes.ts";
import type { Provider } from "./provider.ts";
import type { BrokerRecord } from "./types.ts";

const pidFile = (broker: BrokerRecord) => path.join(broker.dir, "pid");

/** javaProvider runs each broker as a Java process of this machine. */
export const javaProvider: Provider = {
  bindAddress: "127.0.0.1",

  async fetch(version, log) {
    await ensureLibs(version, log);
    // Making it takes longer than a cluster that is started once gains by it.
    if (version === (await kafkaVersion())) await ensureArchive(version, log);
  },

  // The processes share this machine's loopback.
  async open() {},

  async run({ version }, className, args) {
    const java = await javaLine(version, 256);
    return mustRun(java.command, [sharedArchive(java), ...java.args, className, ...args]);
  },

  async start(cluster, broker) {
    const java = await javaLine(cluster.version, cluster.heapMb);
    const properties = path.join(broker.dir, "server.properties");
    const args = [sharedArchive(java), ...java.args, ...(broker.javaArgs ?? []), "kafka.Kafka", properties];
    writeFileSync(pidFile(broker), String(await spawnDetached(java.command, args, broker.logFile)));
  },

  signal(cluster, broker, signal) {
    const pid = javaProvider.pid(cluster, broker);
    if (pid !== null) process.kill(pid, signal);
  },

  pid(_cluster, broker) {
    const pid = Number(readText(pidFile(broker)));
    return pid > 0 && isAlive(pid) ? pid : null;
  },

  killCommand: () => 'for file in "$1"/broker-*/pid; do kill -9 "$(cat "$file")"; done',
};
