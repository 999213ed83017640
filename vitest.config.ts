import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const outside = ["node_modules/**", ".next/**", ".cache/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": path.join(root, "scripts/testing/empty.ts") },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...outside, "**/*.integration.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: outside,
          globalSetup: "scripts/testing/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One cluster for all: tests of different files would see each other's broken brokers.
          fileParallelism: false,
        },
      },
    ],
  },
});
