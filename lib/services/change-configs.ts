import "server-only";
import type { Config, ConfigChange, ConfigPatch, ConfigPatchResult } from "../api/configs.ts";
import { alterConfigsCommand } from "../domain/command-line.ts";
import type { Settings } from "../domain/config-effects.ts";
import { alterTopicConfigs } from "../kafka/configs.ts";
import { readBase } from "./base.ts";
import { toRefusal } from "./broker-refusal.ts";
import { changeCluster } from "./change.ts";
import type { ClusterState } from "./cluster-state.ts";
import { commandTarget } from "./command-target.ts";
import { assessConfigEffects } from "./config-effects.ts";
import { InputError } from "./input-error.ts";
import { untilConfigs } from "./settled-reads.ts";
import { readFullTopicConfigs } from "./topic-configs.ts";
import { topicOf } from "./topics.ts";

function checkNames(configs: Config[], patch: ConfigPatch): void {
  const known = new Map(configs.map((config) => [config.name, config]));
  const wrong = [
    ...Object.keys(patch.set).map((name) => ["set", name] as const),
    ...patch.delete.map((name) => ["delete", name] as const),
  ].flatMap(([where, name]) => {
    const config = known.get(name);
    if (!config) return [{ path: `${where}.${name}`, message: `There is no setting ${name}.` }];
    return config.readOnly ? [{ path: `${where}.${name}`, message: `${name} cannot be changed on a topic.` }] : [];
  });
  if (wrong.length > 0) throw new InputError(wrong[0]!.message, wrong);
}

function toChanges(configs: Config[], patch: ConfigPatch): ConfigChange[] {
  const known = new Map(configs.map((config) => [config.name, config]));
  const change = (name: string, after: string | null, afterSource: Config["source"]): ConfigChange => {
    const { value, source, sensitive } = known.get(name)!;
    return { name, before: value, beforeSource: source, after: sensitive ? null : after, afterSource };
  };
  return [
    ...Object.entries(patch.set).map(([name, value]) => change(name, value, "topic")),
    ...patch.delete.map((name) => change(name, known.get(name)!.defaultValue, known.get(name)!.defaultSource)),
  ];
}

function toSettings(configs: Config[], changes: ConfigChange[]): Settings {
  const before = new Map(configs.map(({ name, value }) => [name, value]));
  return {
    before,
    after: new Map([...before, ...changes.map(({ name, after }): [string, string | null] => [name, after])]),
  };
}

async function send(
  state: ClusterState,
  topic: string,
  patch: ConfigPatch,
  changes: ConfigChange[],
  validateOnly: boolean,
): Promise<void> {
  try {
    await alterTopicConfigs(state.client, topic, patch, validateOnly);
  } catch (error) {
    throw toRefusal(error, Object.keys(patch.set), "set.");
  }
  if (!validateOnly) await untilConfigs(state, topic, new Map(changes.map(({ name, after }) => [name, after])));
}

/** changeTopicConfigs answers `PATCH topics/{topic}/configs`: sets and resets settings incrementally; with `validateOnly` the broker checks them and the answer says what they would do. Throws InputError with the field that was refused. */
export async function changeTopicConfigs(
  clusterId: string,
  topic: string,
  patch: ConfigPatch,
  validateOnly: boolean,
): Promise<ConfigPatchResult> {
  const started = performance.now();
  const detail = { set: Object.keys(patch.set), delete: patch.delete };
  return changeCluster(
    clusterId,
    { action: "change-topic-configs", element: topic, detail, validateOnly },
    async (state) => {
      const base = await readBase(clusterId, { notBefore: Date.now() });
      const metadata = topicOf(base, topic);
      const configs = await readFullTopicConfigs(base, topic);
      checkNames(configs, patch);
      const changes = toChanges(configs, patch);
      const effects = await assessConfigEffects(base, metadata, toSettings(configs, changes), Date.now());
      await send(state, topic, patch, changes, validateOnly);
      return {
        topic,
        validateOnly,
        changes,
        effects,
        command: alterConfigsCommand(commandTarget(state), topic, patch),
        durationMs: performance.now() - started,
      };
    },
  );
}
