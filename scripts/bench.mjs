import path from "node:path";
import { bundledNode, ensureBuild, ensureDependencies, root, run } from "./ensure.mjs";

const args = process.argv.slice(2);

await ensureDependencies();
// Only the whole bench starts the product.
if (!args.includes("history") && !args.includes("sampling")) await ensureBuild();
// The condition that makes "server-only" an empty module: parts of the product run in the bench itself.
const main = path.join(root, "scripts", "bench", "main.ts");
process.exitCode = await run(bundledNode, ["--conditions=react-server", main, ...args]);
