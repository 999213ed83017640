import { execFile } from "node:child_process";

/** CommandResult is how a program ended: exit code (null when a signal or a missing program ended it) and its text. */
export type CommandResult = { code: number | null; stdout: string; stderr: string };

/** runCommand runs a program to its end and never rejects; a program that is not installed has code null. */
export function runCommand(file: string, args: string[], cwd?: string): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ code, stdout, stderr });
    });
  });
}

/** mustRun gives what a program printed; when it fails, an error that holds the end of its output. */
export async function mustRun(file: string, args: string[], cwd?: string): Promise<string> {
  const { code, stdout, stderr } = await runCommand(file, args, cwd);
  if (code === 0) return stdout;
  const said = `${stdout}\n${stderr}`.trim().split("\n").slice(-25).join("\n");
  throw new Error(`${file} ${args.join(" ")} failed${code === null ? "" : ` with code ${code}`}:\n${said}`);
}
