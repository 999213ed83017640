import { chooseProvider, providerOf } from "./choose.ts";

/** prepare fetches all that a first start of the local Kafka would, so that no test waits for it. */
async function prepare(): Promise<void> {
  await providerOf({ provider: await chooseProvider() }).fetch((line) => process.stdout.write(`${line}\n`));
}

prepare().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
