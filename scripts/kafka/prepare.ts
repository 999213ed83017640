import { chooseProvider, providerOf } from "./choose.ts";
import { KAFKA_3, kafkaVersion } from "./libs.ts";

/** prepare fetches all that a first start of the local Kafka would, so that no test waits for it. */
async function prepare(): Promise<void> {
  const provider = providerOf({ provider: await chooseProvider() });
  for (const version of [await kafkaVersion(), KAFKA_3])
    await provider.fetch(version, (line) => process.stdout.write(`${line}\n`));
}

prepare().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
