import { spawnSync } from "node:child_process";
import { mustRun, say } from "./ensure.mjs";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * ensureChromium gives the absolute path of a Chromium: one on the PATH, else one from the system's packages when this
 * is root on a system with apt, else undefined after Playwright has fetched its own, which it finds by itself.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && works("apt-get", ["--version"])) {
    say("Installing chromium with apt-get");
    const install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null";
    await mustRun("sh", ["-c", install], { DEBIAN_FRONTEND: "noninteractive" });
    return findChromium();
  }
  await mustRun("playwright", ["install", "chromium"]);
  return undefined;
}

// Asked for its version, since Ubuntu has a command of that name which only says what to install.
function findChromium() {
  const command = COMMANDS.find((each) => works(each, ["--version"]));
  return command && spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim();
}

function works(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
