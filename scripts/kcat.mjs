import { spawnSync } from "node:child_process";
import { mustRun, say } from "./ensure.mjs";

const COMMANDS = ["kcat", "kafkacat"];

/**
 * ensureKcat gives the absolute path of kcat, the reader that the product's is compared with: one on the PATH, else one from
 * the system's packages when this is root on a system with apt. Throws with what to install.
 * @returns {Promise<string>}
 */
export async function ensureKcat() {
  const found = findKcat();
  if (found) return found;
  if (process.getuid?.() === 0 && works("apt-get", ["--version"])) {
    say("Installing kafkacat with apt-get");
    const install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends kafkacat >/dev/null";
    await mustRun("sh", ["-c", install], { DEBIAN_FRONTEND: "noninteractive" });
  }
  const installed = findKcat();
  if (installed) return installed;
  throw new Error("kcat is missing: install it (the package is called kcat, or kafkacat).");
}

function findKcat() {
  const command = COMMANDS.find((each) => works(each, ["-V"]));
  return command && spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim();
}

function works(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
