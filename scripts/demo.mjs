import path from "node:path";
import { bundledNode, ensureBuild, ensureDependencies, root, run } from "./ensure.mjs";

const [command, ...rest] = process.argv.slice(2);
const script = (name) => path.join(root, "scripts", "demo", name);

await ensureDependencies();
if (command === undefined) await ensureBuild();
const [file, args] = command === undefined ? ["main.ts", []] : ["control.ts", [command, ...rest]];
process.exitCode = await run(bundledNode, [script(file), ...args]);
