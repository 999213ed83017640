import path from "node:path";
import { bundledNode, ensureBuild, ensureDependencies, root, run } from "./ensure.mjs";

await ensureDependencies();
await ensureBuild();
process.exitCode = await run(bundledNode, [path.join(root, "scripts", "bench", "main.ts"), ...process.argv.slice(2)]);
