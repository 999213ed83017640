import { existsSync } from "node:fs";
import path from "node:path";
import { mustRun } from "../kafka/command.ts";
import { makeOnce } from "../kafka/libs.ts";
import { cacheDir } from "../paths.ts";

const version = "1.0.1";
const artifact = `io.prometheus.jmx:jmx_prometheus_javaagent:${version}`;
const plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";

/** jmxRules is the file that says which of Kafka's counters are exported, and as what. */
export const jmxRules = path.join(import.meta.dirname, "kafka.yml");

/** ensureJmxExporter gives the jar of Prometheus' JMX exporter, a Java agent; Maven fetches it the first time. */
export async function ensureJmxExporter(): Promise<string> {
  const folder = path.join(cacheDir, "jmx-exporter", version);
  if (!existsSync(folder))
    await makeOnce(folder, async (target) => {
      await mustRun("mvn", ["-q", "-B", `${plugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${target}`]);
    });
  return path.join(folder, `jmx_prometheus_javaagent-${version}.jar`);
}

/** jmxAgent is the argument that makes a JVM answer with its counters at http://127.0.0.1:<port>/metrics. */
export async function jmxAgent(port: number): Promise<string> {
  return `-javaagent:${await ensureJmxExporter()}=127.0.0.1:${port}:${jmxRules}`;
}
