import path from "node:path";
import { cacheDir } from "../paths.ts";
import { findJava, INSTALL_HINT, libsDir } from "./libs.ts";

/** JavaLine is a Java command, the arguments that stand before the class name, and the class archive's file. */
export type JavaLine = { command: string; args: string[]; archive: string };

/** javaLine says how to run a class of a version of Kafka with at most heapMb MiB of heap; rejects when Java is missing. */
export async function javaLine(version: string, heapMb: number): Promise<JavaLine> {
  const java = await findJava();
  if (!java) throw new Error(INSTALL_HINT);
  const archive = path.join(cacheDir, "kafka", version, `java-${java.version}.jsa`);
  const classPath = ["-cp", path.join(libsDir(version), "*")];
  return { command: java.command, args: [...jvmArgs(heapMb), ...classPath], archive };
}

/** jvmArgs make a JVM start fast and stay small: one compiler tier, the plainest collector, no performance files. */
export function jvmArgs(heapMb: number): string[] {
  return [
    "-Xms32m",
    `-Xmx${heapMb}m`,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-Xlog:cds=off",
    "-Xlog:cds+dynamic=off",
    `-Dlog4j2.configurationFile=${path.join(import.meta.dirname, "log4j2.properties")}`,
  ];
}

/** sharedArchive is the argument that lets a JVM map Kafka's classes instead of parsing them, once ensureArchive ran. */
export function sharedArchive({ archive }: JavaLine): string {
  return `-XX:SharedArchiveFile=${archive}`;
}
