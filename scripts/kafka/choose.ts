import { canUseDocker, dockerProvider } from "./docker.ts";
import { javaProvider } from "./java.ts";
import { canUseJava, INSTALL_HINT } from "./libs.ts";
import type { Provider } from "./provider.ts";
import type { ClusterRecord, ProviderName } from "./types.ts";

/** chooseProvider takes Java when this machine has it, else Docker; rejects with what to install when it has neither. */
export async function chooseProvider(): Promise<ProviderName> {
  if (await canUseJava()) return "java";
  if (await canUseDocker()) return "docker";
  throw new Error(INSTALL_HINT);
}

/** providerOf gives the provider that runs a cluster. */
export function providerOf({ provider }: Pick<ClusterRecord, "provider">): Provider {
  return provider === "java" ? javaProvider : dockerProvider;
}
