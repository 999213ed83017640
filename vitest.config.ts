import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const outside = ["node_modules/**", ".next/**", ".cache/**", "e2e/**"];

// One file at a time: those that share a cluster would see each other's changes, and a Kafka for each of several at once
// is more than a small machine bears.
const againstKafka = { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false };

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": path.join(root, "scripts/testing/empty.ts") },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...outside, "**/*.integration.test.ts", "**/*.own-kafka.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: outside,
          globalSetup: "scripts/testing/global-setup.ts",
          ...againstKafka,
        },
      },
      {
        extends: true,
        test: { name: "own-kafka", include: ["**/*.own-kafka.test.ts"], exclude: outside, ...againstKafka },
      },
    ],
  },
});
