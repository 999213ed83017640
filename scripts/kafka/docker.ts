import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";
import path from "node:path";
import { mustRun, runCommand } from "./command.ts";
import { jvmArgs } from "./jvm.ts";
import type { Provider } from "./provider.ts";
import type { BrokerRecord, ClusterRecord } from "./types.ts";

/** canUseDocker says whether a Docker engine answers. */
export async function canUseDocker(): Promise<boolean> {
  return (await runCommand("docker", ["info", "--format", "{{.ServerVersion}}"])).code === 0;
}

/**
 * dockerProvider runs each broker in a container of the image apache/kafka. One more container holds the network that
 * they share and publishes its ports on 127.0.0.1, so that brokers and clients use the same addresses; the cluster's
 * directory is mounted at its own path, so that every file has one name inside and outside.
 */
export const dockerProvider: Provider = {
  bindAddress: "0.0.0.0",

  async fetch(version, log) {
    const image = imageName(version);
    if ((await runCommand("docker", ["image", "inspect", image])).code === 0) return;
    log(`Pulling ${image}`);
    await mustRun("docker", ["pull", "-q", image]);
  },

  async open(cluster) {
    const published = cluster.ports.flatMap((port) => ["-p", `127.0.0.1:${port}:${port}`]);
    const idle = ["--entrypoint", "sleep", imageName(cluster.version), "infinity"];
    await mustRun("docker", ["run", "-d", "--name", networkName(cluster), "--init", ...published, ...idle]);
  },

  async run(cluster, className, args) {
    return mustRun("docker", ["run", "--rm", ...containerLine(cluster, 256), className, ...args]);
  },

  async start(cluster, broker) {
    const name = containerName(cluster, broker);
    const properties = path.join(broker.dir, "server.properties");
    const line = containerLine(cluster, cluster.heapMb);
    await runCommand("docker", ["rm", "-f", name]);
    await mustRun("docker", ["run", "-d", "--name", name, ...line, "kafka.Kafka", properties]);
    await mustRun("sh", ["-c", `docker logs -f "$1" >>"$2" 2>&1 &`, "sh", name, broker.logFile]);
  },

  signal(cluster, broker, signal) {
    if (dockerProvider.pid(cluster, broker) === null) return;
    execFileSync("docker", ["kill", "--signal", signal, containerName(cluster, broker)]);
  },

  pid(cluster, broker) {
    try {
      const args = ["inspect", "--format", "{{.State.Pid}}", containerName(cluster, broker)];
      return Number(execFileSync("docker", args, { stdio: ["ignore", "pipe", "ignore"] })) || null;
    } catch {
      return null;
    }
  },

  killCommand(cluster) {
    const names = [...cluster.brokers.map((broker) => containerName(cluster, broker)), networkName(cluster)];
    return `docker rm -f ${names.join(" ")} >/dev/null 2>&1`;
  },
};

function imageName(version: string): string {
  return `apache/kafka:${version}`;
}

function networkName(cluster: ClusterRecord): string {
  return `highwater-${cluster.clusterId}`;
}

function containerName(cluster: ClusterRecord, broker: BrokerRecord): string {
  return `${networkName(cluster)}-${broker.id}`;
}

// The image and all that stands before the name of the class that the container runs.
function containerLine(cluster: ClusterRecord, heapMb: number): string[] {
  const { uid, gid } = userInfo();
  const network = ["--network", `container:${networkName(cluster)}`, "--user", `${uid}:${gid}`];
  const mounts = ["-v", `${cluster.dir}:${cluster.dir}`, "-v", `${import.meta.dirname}:${import.meta.dirname}:ro`];
  const java = ["--entrypoint", "java", imageName(cluster.version), ...jvmArgs(heapMb), "-cp", "/opt/kafka/libs/*"];
  return [...network, ...mounts, ...java];
}
