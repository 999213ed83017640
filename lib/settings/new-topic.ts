import type { Config } from "../api/configs.ts";
import { TopicName, type CreateTopic } from "../api/topics.ts";
import type { Edits } from "./edits.ts";
import { parseEdits } from "./parse-edits.ts";
import { type ClusterFacts, type PresetId, type Proposal, proposeTopic } from "./presets.ts";
import { sameValue, type SettingLanguage } from "./values.ts";

/** TopicForm is the form as its link holds it; null is "as the preset proposes". */
export type TopicForm = {
  name: string;
  preset: PresetId;
  partitions: string | null;
  replicationFactor: string | null;
  edits: Edits;
};

/** FormError is why a field cannot be right: a code that the catalogue `create.refused` or `configs.input` puts into words, and its figures. */
export type FormError = { code: string; values?: Readonly<Record<string, string | number>> };

/** SetBy is who sets a value of the new topic. */
export type SetBy = "you" | "preset" | "broker" | "default";

/** NewTopicSetting is a setting that the new topic gets a value of its own for. */
export type NewTopicSetting = { value: string; by: "you" | "preset" };

/** NewTopicDraft is the form worked out: what would be sent, who set it, and what cannot be right by path (`name`, `partitions`, `configs.retention.ms`). */
export type NewTopicDraft = {
  body: CreateTopic;
  settings: ReadonlyMap<string, NewTopicSetting>;
  proposal: Proposal;
  errors: ReadonlyMap<string, FormError>;
};

const WHOLE = /^\d{1,9}$/;
const MOST_PARTITIONS = 10_000;

function nameError(name: string): FormError | undefined {
  if (name === "") return { code: "nameMissing" };
  if (name.length > 249) return { code: "nameTooLong", values: { length: name.length } };
  if (name === "." || name === "..") return { code: "nameDots" };
  return TopicName.safeParse(name).success ? undefined : { code: "nameCharacters" };
}

function countError(text: string, most: number, tooMany: string): FormError | undefined {
  if (!WHOLE.test(text) || Number(text) < 1) return { code: "whole" };
  return Number(text) > most ? { code: tooMany, values: { most } } : undefined;
}

function mergeSettings(proposal: Proposal, edits: Edits): Map<string, NewTopicSetting> {
  const settings = new Map<string, NewTopicSetting>();
  for (const [name, value] of Object.entries(proposal.configs)) settings.set(name, { value, by: "preset" });
  for (const [name, value] of Object.entries(edits)) {
    if (value === null) settings.delete(name);
    else if (!sameValue(name, settings.get(name)?.value ?? null, value)) settings.set(name, { value, by: "you" });
  }
  return settings;
}

/** draftTopic works the form out against the cluster: the preset's proposal, what the person changed of it, and what cannot be right before a broker is asked. */
export function draftTopic(
  form: TopicForm,
  cluster: ClusterFacts & { items: readonly Config[] },
  language: SettingLanguage,
): NewTopicDraft {
  const proposal = proposeTopic(form.preset, cluster);
  const partitions = form.partitions ?? String(proposal.partitions);
  const replicationFactor = form.replicationFactor ?? String(proposal.replicationFactor);
  const parsed = parseEdits(form.edits, cluster.items, language);
  const settings = mergeSettings(proposal, parsed.edits);
  const errors = new Map<string, FormError>([...parsed.errors].map(([name, code]) => [`configs.${name}`, { code }]));
  const found: [string, FormError | undefined][] = [
    ["name", nameError(form.name)],
    ["partitions", countError(partitions, MOST_PARTITIONS, "partitionsTooMany")],
    ["replicationFactor", countError(replicationFactor, Math.max(1, cluster.liveBrokers), "replicasAboveBrokers")],
    [
      "configs.min.insync.replicas",
      errors.get("configs.min.insync.replicas") ?? minInsyncError(settings, cluster.items, Number(replicationFactor)),
    ],
  ];
  for (const [path, error] of found) if (error) errors.set(path, error);
  const configs = Object.fromEntries([...settings].map(([name, { value }]) => [name, value]));
  const body = {
    name: form.name,
    partitions: Number(partitions),
    replicationFactor: Number(replicationFactor),
    configs,
  };
  return { body, settings, proposal, errors };
}

/** minInsyncOf is how many replicas must confirm a write to the new topic; null when neither the form nor the cluster says. */
export function minInsyncOf(settings: ReadonlyMap<string, NewTopicSetting>, items: readonly Config[]): number | null {
  const text =
    settings.get("min.insync.replicas")?.value ?? items.find(({ name }) => name === "min.insync.replicas")?.value;
  return text !== null && text !== undefined && WHOLE.test(text) ? Number(text) : null;
}

function minInsyncError(
  settings: ReadonlyMap<string, NewTopicSetting>,
  items: readonly Config[],
  replicas: number,
): FormError | undefined {
  const minimum = minInsyncOf(settings, items);
  if (minimum === null || !(replicas >= 1)) return undefined;
  if (minimum < 1) return { code: "whole" };
  return minimum > replicas ? { code: "minInsyncAboveReplicas", values: { minimum, replicas } } : undefined;
}
