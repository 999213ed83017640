import { expect, test } from "vitest";
import { completeLock } from "./lock-file.mjs";

function lockOf(packages: Record<string, object>): string {
  return `${JSON.stringify({ name: "x", lockfileVersion: 3, packages }, null, 2)}\n`;
}

test("each missing optional dependency gets an entry with the system that its name tells", () => {
  const optionalDependencies = {
    "@a/b-linux-x64-musl": "1.0.0",
    "@a/b-darwin-arm64": "1.0.0",
    "@a/b-linux-arm-gnueabihf": "1.0.0",
  };
  const { text, added } = completeLock(
    lockOf({ "": {}, "node_modules/a": { version: "1.0.0", dev: true, optionalDependencies } }),
  );
  const { packages } = JSON.parse(text);
  expect(added).toHaveLength(3);
  expect(packages["node_modules/@a/b-linux-x64-musl"]).toEqual({
    version: "1.0.0",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
  expect(packages["node_modules/@a/b-darwin-arm64"]).toMatchObject({ cpu: ["arm64"], os: ["darwin"] });
  expect(packages["node_modules/@a/b-linux-arm-gnueabihf"]).toMatchObject({ cpu: ["arm"], libc: ["glibc"] });
});

test("a dependency that is locked beside its user or above it is not missing", () => {
  const optionalDependencies = { near: "2.0.0", far: "1.0.0" };
  const packages = {
    "": {},
    "node_modules/a": { version: "1.0.0", optionalDependencies },
    "node_modules/a/node_modules/near": { version: "2.0.0" },
    "node_modules/far": { version: "1.0.0" },
  };
  expect(completeLock(lockOf(packages)).added).toEqual([]);
});

test("no address of a registry stays, and a complete lock stays as it is", () => {
  const { text } = completeLock(
    lockOf({ "": {}, "node_modules/a": { version: "1.0.0", resolved: "https://registry.example/a.tgz" } }),
  );
  expect(text).not.toContain("resolved");
  expect(completeLock(text).text).toBe(text);
});

test("a name that does not tell its system is refused", () => {
  expect(() => completeLock(lockOf({ "": { optionalDependencies: { mystery: "1.0.0" } } }))).toThrow(/mystery/);
});
