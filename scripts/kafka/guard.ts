import { spawn } from "node:child_process";
import { once } from "node:events";

/** Guard watches over a cluster's processes; end lets it finish its work at once. */
export type Guard = { end(): Promise<void> };

/**
 * startGuard starts a shell that waits until this process is gone - ended, interrupted, killed or crashed: its pipe
 * closes in every case - and then runs killCommand and, when `temporary`, removes the directory.
 */
export function startGuard(killCommand: string, dir: string, temporary: boolean): Guard {
  const script = `read -r _; ${killCommand}; ${temporary ? 'rm -rf "$1"' : ":"}`;
  const shell = spawn("sh", ["-c", script, "sh", dir], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.unref();
  return {
    async end() {
      shell.ref();
      const ended = once(shell, "exit");
      shell.stdin.end();
      await ended;
    },
  };
}
