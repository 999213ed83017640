import "server-only";
import type { Config } from "../api/configs.ts";
import type { Reason } from "../api/common.ts";
import type { CreateTopic, CreateTopicResult } from "../api/topics.ts";
import { createTopicCommand } from "../domain/command-line.ts";
import { findCollision } from "../domain/topic-names.ts";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import { createTopic as createInKafka, type CreatedTopic } from "../kafka/topic-changes.ts";
import { readBase } from "./base.ts";
import { toRefusal } from "./broker-refusal.ts";
import { changeCluster } from "./change.ts";
import type { ClusterState } from "./cluster-state.ts";
import { commandTarget } from "./command-target.ts";
import { InputError } from "./input-error.ts";
import { untilTopic } from "./settled-reads.ts";
import { configSourceOf } from "./to-config.ts";

function refuse(path: string, message: string): never {
  throw new InputError(message, [{ path, message }]);
}

function checkAgainstCluster(input: CreateTopic, metadata: ClusterMetadata): void {
  const live = metadata.brokers.length;
  if (metadata.topics.has(input.name)) {
    const message = `Topic ${input.name} already exists.`;
    throw new InputError(message, [{ path: "name", message }], { code: "CONFLICT" });
  }
  const twin = findCollision(input.name, metadata.topics.keys());
  if (twin !== null)
    refuse("name", `${input.name} collides with ${twin}: '.' and '_' are one in the names of metrics.`);
  if (input.replicationFactor > live)
    refuse("replicationFactor", `${input.replicationFactor} replicas need as many brokers; ${live} are up.`);
}

function warningsOf(input: CreateTopic, effective: CreatedTopic): Reason[] {
  const valueOf = (name: string) =>
    input.configs[name] ?? effective.configs?.find((config) => config.name === name)?.value;
  const minIsr = Number(valueOf("min.insync.replicas") ?? 1);
  const values = { minIsr, replicationFactor: input.replicationFactor };
  const warnings: Reason[] = [];
  if (minIsr > input.replicationFactor) warnings.push({ severity: "crit", code: "MIN_ISR_ABOVE_REPLICATION", values });
  else if (minIsr === input.replicationFactor && minIsr > 1)
    warnings.push({ severity: "warn", code: "MIN_ISR_NO_REDUNDANCY", values });
  if (input.replicationFactor === 1) warnings.push({ severity: "warn", code: "SINGLE_REPLICA", values });
  return warnings;
}

function toConfigs(effective: CreatedTopic): Config[] {
  return (effective.configs ?? []).map((config): Config => {
    const source = configSourceOf(config.source);
    return {
      name: config.name,
      value: config.sensitive ? null : config.value,
      source,
      readOnly: config.readOnly,
      sensitive: config.sensitive,
      type: "unknown",
      defaultValue: source === "topic" ? null : config.value,
      defaultSource: source === "topic" ? "unknown" : source,
      synonyms: [],
      documentation: null,
    };
  });
}

async function send(state: ClusterState, input: CreateTopic, validateOnly: boolean): Promise<CreatedTopic> {
  try {
    const created = await createInKafka(state.client, input, validateOnly);
    if (!validateOnly) await untilTopic(state, input.name, input.partitions);
    return created;
  } catch (error) {
    throw toRefusal(error, Object.keys(input.configs), "configs.");
  }
}

/** createTopic answers `POST topics`: creates a topic, or with `validateOnly` has the broker check it. Throws InputError with the field that was refused. */
export async function createTopic(
  clusterId: string,
  input: CreateTopic,
  validateOnly: boolean,
): Promise<CreateTopicResult> {
  const { name, partitions, replicationFactor, configs } = input;
  const started = performance.now();
  return changeCluster(
    clusterId,
    { action: "create-topic", element: name, detail: { partitions, replicationFactor, configs }, validateOnly },
    async (state) => {
      checkAgainstCluster(input, (await readBase(clusterId, { notBefore: Date.now() })).metadata);
      const created = await send(state, input, validateOnly);
      return {
        name,
        validateOnly,
        partitions: created.partitions,
        replicationFactor: created.replicationFactor,
        configs: toConfigs(created),
        warnings: warningsOf(input, created),
        command: createTopicCommand(commandTarget(state), input),
        durationMs: performance.now() - started,
      };
    },
  );
}
