import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./ensure.mjs";
import { completeLock } from "./lock-file.mjs";

const file = path.join(root, "package-lock.json");
const before = readFileSync(file, "utf8");
const { text, added } = completeLock(before);

if (text === before) say("package-lock.json is complete.");
else if (process.argv.includes("--check")) {
  say("package-lock.json lacks entries or names a registry: run `npm run lock`.");
  process.exitCode = 1;
} else {
  writeFileSync(file, text);
  say(`package-lock.json: ${added.length} entries added.`);
}
