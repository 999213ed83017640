// oxlint-disable no-empty-pattern -- Playwright asks for a pattern where a fixture needs no other one.
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import type { LocalKafka } from "../scripts/kafka/index.ts";
import type { ProductServer } from "../scripts/server.ts";
import { attachWorld, startAnother } from "./world.ts";

type Fixtures = {
  /** Operates the brokers that the product shows; whatever a test stops runs again before the next one. */
  kafka: LocalKafka;
  /** Fails unless axe finds nothing wrong with the test's page, or with another one. */
  axe: (other?: Page) => Promise<void>;
  /** Fails unless axe finds the colours of the test's page readable: the part of it that depends on the theme. */
  axeColours: () => Promise<void>;
  /** Starts one more server with further environment; it ends with the test. */
  startProduct: (env: Record<string, string>) => Promise<ProductServer>;
  /** Lets console messages pass that a test provokes, such as those of a refused request. */
  allowConsole: (pattern: RegExp) => void;
  /** Patterns of allowed console messages, and the watch over them. */
  watch: RegExp[];
};

/** test is Playwright's, with a page that must stay silent: no console error or warning, no exception, no CSP violation. */
export const test = base.extend<Fixtures>({
  kafka: async ({}, use) => {
    const kafka = await attachWorld();
    await use(kafka);
    await attachWorld();
  },

  axe: async ({ page }, use) => {
    await use(async (other = page) => {
      await expectNothingWrong(new AxeBuilder({ page: other }));
    });
  },

  axeColours: async ({ page }, use) => {
    await use(() => expectNothingWrong(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"])));
  },

  startProduct: async ({ page }, use) => {
    const servers: ProductServer[] = [];
    await use(async (env) => {
      const server = await startAnother(env);
      servers.push(server);
      return server;
    });
    // A page of a server that is gone would ask for it, and say so in the console.
    await page.goto("about:blank");
    await Promise.all(servers.map((server) => server.stop()));
  },

  watch: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const said = await listen(context);
      await use(allowed);
      expect(said.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],

  allowConsole: async ({ watch }, use) => {
    await use((pattern) => watch.push(pattern));
  },
});

export { expect };
export { CLUSTER_ID } from "./world.ts";

async function expectNothingWrong(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

// Collects what a page should never say, from every page of the context.
async function listen(context: BrowserContext): Promise<string[]> {
  const said: string[] = [];
  context.on("console", (message) => {
    // That only says that the machine was slow.
    if (message.text().includes("was preloaded using link preload but not used within a few seconds")) return;
    if (["error", "warning"].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => said.push(`exception: ${error.error().stack ?? error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        console.error(`CSP violation: ${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  return said;
}
