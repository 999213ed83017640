import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureDependencies, mustRun, root, scanWorker, sourceHash, sourceHashFile, standalone } from "./ensure.mjs";

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
// In one file, without what it does not use, the thread that reads logs starts three times as fast as from its sources.
const { rolldown } = await import("rolldown");
const bundle = await rolldown({
  input: path.join(root, "lib", "scan", "worker.ts"),
  platform: "node",
  external: ["@platformatic/wasm-utils"],
  treeshake: { moduleSideEffects: false },
});
await bundle.write({ file: scanWorker, format: "esm", codeSplitting: false });

writeFileSync(sourceHashFile, hash);
