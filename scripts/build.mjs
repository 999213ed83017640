import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureDependencies, mustRun, root, sourceHash, sourceHashFile, standalone } from "./ensure.mjs";

await ensureDependencies();
// Taken before the build: a file that changes meanwhile makes the build stale, not fresh.
const hash = sourceHash();
rmSync(standalone, { recursive: true, force: true });
await mustRun("next", ["build"], { NEXT_TELEMETRY_DISABLED: "1" });

// The standalone server serves these two folders too, but Next.js leaves copying them to the build's owner.
for (const [from, to] of [
  [".next/static", ".next/static"],
  ["public", "public"],
]) {
  const source = path.join(root, from);
  if (existsSync(source)) cpSync(source, path.join(standalone, to), { recursive: true });
}
writeFileSync(sourceHashFile, hash);
